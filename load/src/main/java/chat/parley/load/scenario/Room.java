package chat.parley.load.scenario;

import chat.parley.load.crowd.Crowd;
import chat.parley.load.crowd.Ear;
import chat.parley.load.crowd.Form;
import chat.parley.load.crowd.Frame;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.node.Prose;
import chat.parley.load.node.Town;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// A channel in which one writes at a fixed rate and many listen.
final class Room implements AutoCloseable {
    private static final long DRAIN_NS = 10_000_000_000L;
    /// The first clients read every text; the others only count, which costs the machine the same in every form.
    private static final int READERS = 3;
    private static final int TEXT_MIN_CHARS = 200;

    private final Node node;
    private final Town town;
    private final Form form;
    private final int sockets;
    private final boolean staying;
    private final Arrivals arrivals;
    private final Crowd crowd;
    private final List<Round> rounds = new ArrayList<>();
    private final Prose prose = new Prose(3);

    /// @param wrong deliveries that never came, came twice, out of order or with another text
    record Round(
            double perSecond,
            double p50Ms,
            double p99Ms,
            double cpuUs,
            double bytes,
            double wrong,
            double rssMb,
            Histogram latency) {}

    /// @param staying whether the listeners stay between two rounds
    Room(Node node, Town town, Form form, int sockets, boolean staying) throws IOException {
        this.node = node;
        this.town = town;
        this.form = form;
        this.sockets = sockets;
        this.staying = staying;
        arrivals = new Arrivals(sockets, form.legible());
        crowd = new Crowd(node, form, arrivals);
    }

    Form form() {
        return form;
    }

    List<Round> rounds() {
        return rounds;
    }

    Round round(int rate, int seconds) throws Exception {
        if (crowd.everybody().isEmpty()) {
            crowd.open(town.tokens, sockets);
            crowd.settle();
        }
        var round = told(rate, rate * seconds);
        if (!staying) {
            crowd.dismiss();
        }
        return round;
    }

    /// Latency counts from the moment at which a message was due, so a stall is not left out.
    private Round told(int rate, int messages) throws Exception {
        long disorder = crowd.disorder();
        long bytes = crowd.bytes();
        double cpu = node.jvmCpuSeconds();
        long start = System.nanoTime();
        arrivals.expect(start, 1_000_000_000L / rate);
        try (var line = new Line(node, town.owner())) {
            for (int i = 0; i < messages; i++) {
                LockSupport.parkNanos(arrivals.due(i) - System.nanoTime());
                var text = "at=" + i + " " + prose.text(TEXT_MIN_CHARS);
                if (line.post("/channels/" + town.square() + "/messages", "{\"content\":\"" + text + "\"}") != 200) {
                    throw new IllegalStateException("A message was not accepted: " + line.body());
                }
            }
        }
        long expected = (long) messages * sockets;
        long until = System.nanoTime() + DRAIN_NS;
        while (arrivals.count() < expected && System.nanoTime() < until) {
            crowd.check();
            LockSupport.parkNanos(1_000_000);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double delivered = Math.max(1, arrivals.count());
        return new Round(
                delivered / seconds,
                arrivals.percentileMs(50),
                arrivals.percentileMs(99),
                (node.jvmCpuSeconds() - cpu) * 1e6 / delivered,
                (crowd.bytes() - bytes) / delivered,
                Math.abs(expected - arrivals.count()) + arrivals.strange() + (crowd.disorder() - disorder),
                node.rssMb(),
                arrivals.latency.copy());
    }

    @Override
    public void close() throws IOException {
        crowd.close();
    }

    /// What came in, written by the crowd's one thread and read after the last message.
    private static final class Arrivals implements Ear {
        private final Histogram latency = new Histogram(60_000_000_000L, 3);
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong strange = new AtomicLong();
        private final int[] heard;
        private final boolean legible;
        private volatile long start;
        private volatile long period;

        Arrivals(int sockets, boolean legible) {
            heard = new int[sockets];
            this.legible = legible;
        }

        /// The n-th message that a client hears is the n-th that was due.
        @Override
        public void message(int client, Frame frame) {
            int n = heard[client]++;
            latency.recordValue(Math.clamp(System.nanoTime() - due(n), 1, 60_000_000_000L));
            if (client < READERS && legible && !frame.text().contains("\"at=" + n + " ")) {
                strange.incrementAndGet();
            }
            count.lazySet(count.get() + 1);
        }

        void expect(long from, long periodNs) {
            start = from;
            period = periodNs;
            latency.reset();
            Arrays.fill(heard, 0);
            count.set(0);
            strange.set(0);
        }

        long due(int n) {
            return start + n * period;
        }

        long count() {
            return count.get();
        }

        long strange() {
            return strange.get();
        }

        double percentileMs(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }
    }
}
