package chat.parley.media.net.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.wire.Address;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Both sockets do the same.
final class UdpSocketTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final long LONG_NANOS = 60_000_000_000L;

    private interface Try {
        void with(UdpSocket socket) throws IOException;
    }

    private static void each(Try it) throws IOException {
        try (var socket = new NioSocket(HERE, 0)) {
            it.with(socket);
        }
        if (UdpSockets.linux()) {
            try (var socket = new LinuxSocket(HERE, 0)) {
                it.with(socket);
            }
        }
    }

    @Test
    void datagrams_arrive_in_their_order_whatever_their_sizes() throws IOException {
        each(socket -> {
            try (var one = new DatagramSocket(0, HERE);
                    var other = new DatagramSocket(0, HERE)) {
                var random = new Random(5);
                var expected = List.of(new ArrayList<Integer>(), new ArrayList<Integer>());
                for (int i = 0; i < 120; i++) {
                    int length = random.nextInt(3) == 0 ? 3 + random.nextInt(1300) : 1200;
                    byte[] bytes = new byte[length];
                    random.nextBytes(bytes);
                    int to = random.nextInt(2);
                    expected.get(to).add(length << 8 | (bytes[length - 1] & 0xff));
                    socket.send(bytes, length, Address.of(HERE, (to == 0 ? one : other).getLocalPort()));
                    if (random.nextInt(8) == 0) {
                        // Some leave before the others.
                        assertTrue(socket.flush(1) <= i + 1);
                    }
                }
                socket.flush();
                assertEquals(expected.get(0), received(one, expected.get(0).size()));
                assertEquals(expected.get(1), received(other, expected.get(1).size()));
                assertEquals(0, socket.unsent());
            }
        });
    }

    private static List<Integer> received(DatagramSocket socket, int count) throws IOException {
        socket.setSoTimeout(5_000);
        var found = new ArrayList<Integer>();
        var packet = new DatagramPacket(new byte[2048], 2048);
        for (int i = 0; i < count; i++) {
            packet.setLength(2048);
            socket.receive(packet);
            found.add(packet.getLength() << 8 | (packet.getData()[packet.getLength() - 1] & 0xff));
        }
        return found;
    }

    @Test
    void what_comes_names_its_source() throws IOException {
        each(socket -> {
            try (var peer = new DatagramSocket(0, HERE)) {
                for (int i = 1; i <= 100; i++) {
                    peer.send(new DatagramPacket(new byte[i], i, HERE, socket.port()));
                }
                var source = Address.of(HERE, peer.getLocalPort());
                var lengths = new ArrayList<Integer>();
                while (lengths.size() < 100) {
                    socket.receive(LONG_NANOS, (bytes, length, from) -> {
                        assertEquals(source, from);
                        lengths.add(length);
                    });
                }
                assertEquals(100, lengths.getLast());
            }
        });
    }

    @Test
    void a_wake_ends_the_wait() throws IOException {
        each(socket -> {
            socket.wake();
            socket.receive(LONG_NANOS, (bytes, length, from) -> {});
            Thread.ofVirtual().start(socket::wake);
            socket.receive(LONG_NANOS, (bytes, length, from) -> {});
        });
    }

    @Test
    void a_port_in_use_is_refused() throws IOException {
        each(socket -> {
            assertThrows(IOException.class, () -> new NioSocket(HERE, socket.port()));
            if (UdpSockets.linux()) {
                assertThrows(IOException.class, () -> new LinuxSocket(HERE, socket.port()));
            }
        });
    }

    @Test
    void who_is_not_there_costs_nobody_else_anything() throws IOException {
        each(socket -> {
            try (var peer = new DatagramSocket(0, HERE)) {
                for (int i = 0; i < 50; i++) {
                    socket.send(new byte[100], 100, Address.v4(0, 9));
                    socket.send(new byte[100 + i], 100 + i, Address.of(HERE, peer.getLocalPort()));
                }
                socket.flush();
                assertEquals(50, received(peer, 50).size());
            }
        });
    }

    @Test
    void the_kernel_s_batches_make_no_garbage() throws IOException {
        if (!UdpSockets.linux()) {
            return;
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var socket = new LinuxSocket(HERE, 0)) {
            var self = Address.of(HERE, socket.port());
            var seen = new AtomicLong();
            UdpSocket.Sink sink = (bytes, length, from) -> seen.addAndGet(length);
            byte[] bytes = new byte[300];
            // When the compiler is done with the path depends on the machine, so it may take some goes.
            long made = Long.MAX_VALUE;
            for (int go = 0; go < 30 && made >= 8_000; go++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                for (int round = 0; round < 1_000; round++) {
                    for (int i = 0; i < 8; i++) {
                        socket.send(bytes, 300 - i, self);
                    }
                    socket.flush();
                    socket.receive(LONG_NANOS, sink);
                }
                made = threads.getCurrentThreadAllocatedBytes() - before;
            }
            long least = made;
            assertTrue(made < 8_000, () -> least + " bytes for 8,000 datagrams");
            assertTrue(seen.get() > 0);
        }
    }
}
