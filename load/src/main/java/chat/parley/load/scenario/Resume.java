package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.node.Sockets;
import chat.parley.load.node.Town;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Everybody loses the connection, some messages are written, and everybody comes back at once: how long until the last
/// has heard all of it, and whether anything was lost or told twice.
public final class Resume implements Scenario {
    private static final int SOCKETS_PER_ACCOUNT = 50;

    private record Round(double seconds, double cpuMs, double missing) {}

    @Override
    public Report run(Options options) throws Exception {
        int count = options.number("sockets", 1_000);
        int missed = options.number("messages", 20);
        try (var node = Node.start(options);
                var api = new Api(node);
                var sockets = new Sockets(node, "none")) {
            var town = new Town(node, api, 1 + (count - 1) / SOCKETS_PER_ACCOUNT, 1);
            var heard = new AtomicLong();
            sockets.open(town.tokens, count, frame -> {
                if (Sockets.numberAfter(frame, "\"at=") >= 0) {
                    heard.incrementAndGet();
                }
            });
            var rounds = new ArrayList<Round>();
            for (int i = 0; i <= options.number("rounds", 3); i++) {
                rounds.add(round(node, town, sockets, heard, count, missed));
            }
            var figures = new Rounds<>(rounds.subList(1, rounds.size()));
            return new Report()
                    .add("sockets", count)
                    .add("missed_messages", missed)
                    .add("all_resumed_s", figures.median(Round::seconds))
                    .add("all_resumed_s_spread", figures.spread(Round::seconds))
                    .add("jvm_cpu_ms_per_socket", figures.median(Round::cpuMs))
                    .add("lost_or_doubled", figures.median(Round::missing));
        }
    }

    private static Round round(Node node, Town town, Sockets sockets, AtomicLong heard, int count, int missed)
            throws Exception {
        sockets.cut();
        heard.set(0);
        try (var line = new Line(node, town.owner())) {
            for (int i = 0; i < missed; i++) {
                line.post("/channels/" + town.square() + "/messages", "{\"content\":\"at=" + i + "\"}");
            }
        }
        double cpu = node.jvmCpuSeconds();
        long began = System.nanoTime();
        sockets.resume();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Round(
                seconds, (node.jvmCpuSeconds() - cpu) * 1e3 / count, Math.abs(heard.get() - (long) count * missed));
    }
}
