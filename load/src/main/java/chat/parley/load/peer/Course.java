package chat.parley.load.peer;

import chat.parley.load.Latency;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// One server through all rounds, warmed up before the first.
final class Course implements AutoCloseable {
    private static final String FILL = "f".repeat(230);
    private static final long DRAIN_NS = 10_000_000_000L;
    private final Peer peer;
    private final int sockets;
    private final List<Round> rounds = new ArrayList<>();
    private @Nullable Audience audience;
    private double rssMbEach;

    private record Round(
            double cpuUs, double withDatabaseUs, double p50Ms, double p99Ms, double missing, Histogram latency) {}

    Course(Peer peer, int sockets) {
        this.peer = peer;
        this.sockets = sockets;
    }

    /// @param warmUpSeconds as long the same is said before anything counts: programs that have run for hours are
    ///     compared, not those that have just started
    /// @param staying whether the listeners stay for the next round
    void round(int rate, int seconds, int warmUpSeconds, boolean staying) throws Exception {
        var listening = audience;
        if (listening == null) {
            double before = peer.host().rssMb();
            listening = peer.audience(sockets);
            audience = listening;
            rssMbEach = rounds.isEmpty() ? (peer.host().rssMb() - before) / sockets : rssMbEach;
        }
        if (warmUpSeconds > 0) {
            heard(listening.heard(), rate, rate * warmUpSeconds);
        }
        rounds.add(heard(listening.heard(), rate, rate * seconds));
        if (!staying) {
            listening.close();
            audience = null;
        }
    }

    /// Latency counts from the moment at which a message was due, so a stall is not left out.
    private Round heard(Heard listening, int rate, int messages) throws Exception {
        listening.reset();
        double cpu = peer.host().cpuSeconds();
        double database = peer.host().databaseCpuSeconds();
        try (var voice = peer.voice()) {
            long start = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                long due = start + i * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                voice.say(Receivers.MARK + String.format("%019d", due) + " " + FILL);
            }
            long expected = (long) messages * sockets;
            long until = System.nanoTime() + DRAIN_NS;
            while (listening.count() < expected && System.nanoTime() < until) {
                LockSupport.parkNanos(1_000_000);
            }
            double heard = Math.max(1, listening.count());
            double program = peer.host().cpuSeconds() - cpu;
            return new Round(
                    program * 1e6 / heard,
                    (program + peer.host().databaseCpuSeconds() - database) * 1e6 / heard,
                    listening.percentileMs(50),
                    listening.percentileMs(99),
                    expected - listening.count(),
                    listening.latency());
        }
    }

    private Rounds<Round> figures() {
        return new Rounds<>(rounds);
    }

    /// @param first what the others are compared with
    void tell(Report report, Course first) {
        var name = peer.name();
        var figures = figures();
        var all = new Histogram(Heard.LATEST_NS, 3);
        rounds.forEach(it -> all.add(it.latency));
        report.add(name + " cpu_us_per_delivery", figures, Round::cpuUs)
                .add(name + " with_database_us", figures, Round::withDatabaseUs)
                .add(name + " p50_ms", figures, Round::p50Ms)
                .add(name + " p99_ms", figures, Round::p99Ms)
                .latency(name + " latency_ms", Latency.open(all))
                .add(name + " missing", figures.median(Round::missing))
                .add(name + " rss_kb_per_listener", rssMbEach * 1024);
        if (first != this) {
            report.add(
                            name + " times our cpu",
                            figures.median(Round::cpuUs) / first.figures().median(Round::cpuUs))
                    .add(
                            name + " times our cpu, databases too",
                            figures.median(Round::withDatabaseUs)
                                    / first.figures().median(Round::withDatabaseUs));
        }
    }

    @Override
    public void close() throws IOException {
        if (audience != null) {
            audience.close();
        }
        peer.close();
    }
}
