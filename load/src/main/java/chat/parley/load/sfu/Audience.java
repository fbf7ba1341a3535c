package chat.parley.load.sfu;

import chat.parley.load.sfu.unit.Person;
import chat.parley.load.sfu.unit.Publisher;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.wire.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Those who listen and watch: one thread that opens every packet and notes how late it is. A payload says when it was
/// sent and which one of the round it is.
final class Audience implements AutoCloseable {
    private static final long LATE_MAX = 60_000_000_000L;
    private static final int PACKETS_MAX = 1_000_000;
    private static final long WAIT_MS = 50;
    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Selector selector = Selector.open();
    private final Thread thread;
    private final Histogram latency = new Histogram(LATE_MAX, 3);
    private final long[] lastOf = new long[PACKETS_MAX];
    private volatile boolean closed;
    private volatile int round;
    private volatile long count;

    Audience(List<Person> people) throws IOException {
        for (var person : people) {
            person.client().channel().register(selector, SelectionKey.OP_READ, person.client());
        }
        thread = Thread.ofPlatform().name("audience").daemon(true).start(this::listen);
    }

    /// Forgets what came, and does not count what still comes of the rounds before.
    ///
    /// @return the number of the new round
    int begin() {
        latency.reset();
        Arrays.fill(lastOf, 0);
        count = 0;
        int next = round + 1;
        round = next;
        return next;
    }

    long count() {
        return count;
    }

    double percentileMs(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }

    /// Of each packet the subscriber that got it last.
    double lastMs(double percentile) {
        var last = new Histogram(LATE_MAX, 3);
        for (long nanos : lastOf) {
            if (nanos > 0) {
                last.recordValue(nanos);
            }
        }
        return last.getValueAtPercentile(percentile) / 1e6;
    }

    private void listen() {
        try {
            long lookedAt = System.nanoTime();
            while (!closed) {
                selector.select(this::read, WAIT_MS);
                if (System.nanoTime() - lookedAt > LOOK_NANOS) {
                    // Who hears nothing has to prove that it is still there, too.
                    selector.keys().forEach(this::read);
                    lookedAt = System.nanoTime();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read(SelectionKey key) {
        try {
            var client = (MediaClient) key.attachment();
            for (var packet = client.receive(System.nanoTime()); packet != null; ) {
                note(packet);
                packet = client.receive(System.nanoTime());
            }
        } catch (IOException broken) {
            key.cancel();
        }
    }

    private void note(RtpPacket packet) {
        int at = packet.payloadAt();
        if (packet.payloadLength() < Publisher.ROUND_AT + 4
                || Bytes.i32(packet.bytes(), at + Publisher.ROUND_AT) != round) {
            return;
        }
        int number = Bytes.i32(packet.bytes(), at + Publisher.NUMBER_AT);
        if (round == 0 || number < 0 || number >= PACKETS_MAX) {
            // A probe.
            return;
        }
        long late = Math.clamp(System.nanoTime() - Bytes.i64(packet.bytes(), at + Publisher.MOMENT_AT), 1, LATE_MAX);
        latency.recordValue(late);
        lastOf[number] = Math.max(lastOf[number], late);
        long seen = count + 1;
        count = seen;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        selector.close();
    }
}
