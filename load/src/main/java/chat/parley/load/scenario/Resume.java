package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.crowd.Crowd;
import chat.parley.load.crowd.Form;
import chat.parley.load.node.Api;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Everybody loses the connection, some messages are written, and everybody comes back at once: how long until the last
/// has heard all of it, and whether anything was lost or told twice.
public final class Resume implements Scenario {
    /// Until the node has noticed.
    private static final int AWAY_MS = 1_000;

    private record Round(double seconds, double cpuMs, double missing) {}

    @Override
    public Report run(Options options) throws Exception {
        int count = options.number("sockets", 1_000);
        int missed = options.number("messages", 20);
        var heard = new AtomicLong();
        try (var node = Node.start(options);
                var api = new Api(node);
                var crowd = new Crowd(node, Form.PLAIN, (_, _) -> heard.incrementAndGet())) {
            var town = new Town(node, api, Town.peopleFor(count), 1);
            crowd.open(town.tokens, count);
            crowd.settle();
            var rounds = new ArrayList<Round>();
            for (int i = 0; i <= options.number("rounds", 3); i++) {
                rounds.add(round(node, town, crowd, heard, missed));
            }
            var figures = new Rounds<>(rounds.subList(1, rounds.size()));
            return new Report()
                    .version("PostgreSQL", node.postgresVersion())
                    .add("sockets", count)
                    .add("missed_messages", missed)
                    .add("all_resumed_s", figures, Round::seconds)
                    .add("jvm_cpu_ms_per_socket", figures, Round::cpuMs)
                    .add("lost_or_doubled", figures.median(Round::missing));
        }
    }

    private static Round round(Node node, Town town, Crowd crowd, AtomicLong heard, int missed) throws Exception {
        var everybody = crowd.everybody();
        crowd.cut(everybody);
        Thread.sleep(AWAY_MS);
        long disorder = crowd.disorder();
        heard.set(0);
        try (var line = new Line(node, town.owner())) {
            for (int i = 0; i < missed; i++) {
                line.post("/channels/" + town.square() + "/messages", "{\"content\":\"at=" + i + "\"}");
            }
        }
        double cpu = node.jvmCpuSeconds();
        long began = System.nanoTime();
        crowd.resume(everybody);
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpuMs = (node.jvmCpuSeconds() - cpu) * 1e3 / everybody.size();
        crowd.settle();
        long wrong = Math.abs(heard.get() - (long) everybody.size() * missed) + crowd.disorder() - disorder;
        return new Round(seconds, cpuMs, wrong);
    }
}
