package chat.parley.load.peer;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// One room, one sender, many receivers, on Parley and on every broker that is there, by turns. The CPU time of the
/// server for each delivery is the figure to compare: the reader shares the machine's cores with it.
public final class Peers implements Scenario {
    private static final String FILL = "f".repeat(230);
    private static final long DRAIN_NS = 10_000_000_000L;

    private record Round(double cpuUs, double p50Ms, double p99Ms, double missing) {}

    private record Run(Peer peer, Receivers receivers, List<Round> rounds) {}

    @Override
    public Report run(Options options) throws Exception {
        int sockets = options.number("sockets", 1_000);
        var folder = Path.of(options.text("peers", "load/target/peers")).toAbsolutePath();
        var runs = new ArrayList<Run>();
        var report = new Report().add("receivers", sockets).add("messages_per_s", options.number("rate", 20));
        try {
            runs.add(begun(new Ours(options, sockets), sockets));
            for (var broker : Brokers.in(folder)) {
                var peer = broker.begin(folder);
                if (peer.isPresent()) {
                    runs.add(begun(peer.get(), sockets));
                } else {
                    report.add(broker.name(), "not there: see load/peers/get.sh");
                }
            }
            for (int i = 0; i <= options.number("rounds", 3); i++) {
                for (var run : runs) {
                    run.rounds.add(round(run, options, sockets));
                }
            }
        } finally {
            for (var run : runs) {
                run.receivers.close();
                run.peer.close();
            }
        }
        runs.forEach(it -> tell(report, it, cpu(it) / cpu(runs.getFirst())));
        return report;
    }

    private static Run begun(Peer peer, int sockets) throws IOException {
        var receivers = new Receivers();
        for (int i = 0; i < sockets; i++) {
            receivers.add(peer.port(), peer.listening(i));
        }
        receivers.start();
        return new Run(peer, receivers, new ArrayList<>());
    }

    private static Round round(Run run, Options options, int sockets) throws Exception {
        int rate = options.number("rate", 20);
        int messages = rate * options.number("seconds", 10);
        var receivers = run.receivers;
        receivers.reset();
        double cpu = run.peer.cpuSeconds();
        try (var sender = Receivers.open(run.peer.port(), run.peer.sending())) {
            long start = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                long due = start + i * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                var text = Receivers.MARK + String.format("%019d", due) + " " + FILL;
                sender.write(ByteBuffer.wrap(run.peer.message(text)));
            }
            long expected = (long) messages * sockets;
            long until = System.nanoTime() + DRAIN_NS;
            while (receivers.heard() < expected && System.nanoTime() < until) {
                LockSupport.parkNanos(1_000_000);
            }
            double heard = Math.max(1, receivers.heard());
            return new Round(
                    (run.peer.cpuSeconds() - cpu) * 1e6 / heard,
                    receivers.percentileMs(50),
                    receivers.percentileMs(99),
                    expected - receivers.heard());
        }
    }

    /// Without the first round, which warms up.
    private static Rounds<Round> figures(Run run) {
        return new Rounds<>(run.rounds.subList(1, run.rounds.size()));
    }

    private static double cpu(Run run) {
        return figures(run).median(Round::cpuUs);
    }

    private static void tell(Report report, Run run, double ratio) {
        var name = run.peer.name();
        report.add(name + " cpu_us_per_delivery", cpu(run))
                .add(name + " cpu_us_spread", figures(run).spread(Round::cpuUs))
                .add(name + " times Parley's cpu", ratio)
                .add(name + " p50_ms", figures(run).median(Round::p50Ms))
                .add(name + " p99_ms", figures(run).median(Round::p99Ms))
                .add(name + " missing", figures(run).median(Round::missing));
    }
}
