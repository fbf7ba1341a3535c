package chat.parley.media.net.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RingTest {
    private static final int DATAGRAMS = 200_000;
    private static final Address SOURCE = Address.v4(0x7f000001, 5001);

    private final Ring ring = new Ring();

    @Test
    void everything_arrives_once_and_in_order_between_two_threads() throws InterruptedException {
        var wrong = new AtomicLong();
        var seen = new AtomicLong();
        var taker = Thread.ofPlatform().start(() -> {
            while (seen.get() < DATAGRAMS) {
                boolean there = ring.take((bytes, length, source) -> {
                    long number = seen.getAndIncrement();
                    boolean right = Bytes.u32(bytes, 0) == number && length == 8 + (int) (number % 90);
                    wrong.addAndGet(right && source.equals(SOURCE) ? 0 : 1);
                });
                if (!there) {
                    Thread.onSpinWait();
                }
            }
        });
        byte[] bytes = new byte[100];
        for (int i = 0; i < DATAGRAMS; ) {
            Bytes.put32(bytes, 0, i);
            if (ring.offer(bytes, 8 + i % 90, SOURCE)) {
                i++;
            } else {
                Thread.onSpinWait();
            }
        }
        taker.join();
        assertEquals(DATAGRAMS, seen.get());
        assertEquals(0, wrong.get());
    }

    @Test
    void a_full_ring_refuses_and_takes_again() {
        byte[] bytes = new byte[100];
        int count = 0;
        while (ring.offer(bytes, 100, SOURCE)) {
            count++;
        }
        assertTrue(count >= 64, "a batch of a socket fits");
        assertTrue(ring.take((it, length, source) -> assertEquals(100, length)));
        assertTrue(ring.offer(bytes, 100, SOURCE));
        assertFalse(ring.offer(bytes, 100, SOURCE));
    }

    @Test
    void passing_on_makes_no_garbage() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] bytes = new byte[1_200];
        var seen = new AtomicLong();
        UdpSocket.Sink sink = (it, length, source) -> seen.addAndGet(length);
        long least = Long.MAX_VALUE;
        for (int go = 0; go < 20 && least >= 1_000; go++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                ring.offer(bytes, bytes.length, SOURCE);
                ring.take(sink);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least < 1_000, least + " bytes for 10,000 datagrams");
    }
}
