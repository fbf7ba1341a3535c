package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.node.Prose;
import chat.parley.load.node.Town;
import chat.parley.load.profile.Recording;
import java.util.ArrayList;

/// Searches of a guild with many messages for words that are common, middling and rare, 25 results with their messages
/// each, and how far the index is behind when the last message has been written.
public final class Search implements Scenario {
    private static final int COMMON = 20;
    private static final int MIDDLING = 400;
    private static final int RARE = 8_000;
    private static final long PATIENCE_NS = 300_000_000_000L;
    private static final String MARK = "zzyzxend";

    @Override
    public Report run(Options options) throws Exception {
        int messages = options.number("messages", 200_000);
        try (var node = Node.start(options);
                var api = new Api(node)) {
            var town = new Town(node, api, 8, 30);
            long began = System.nanoTime();
            town.chatter(messages);
            double wrote = (System.nanoTime() - began) / 1e9;
            var report = new Report().add("messages", messages).add("written_in_s", wrote);
            report.add("index_behind_s", behind(node, town));
            measure(report, "common", node, town, options, COMMON);
            measure(report, "middling", node, town, options, MIDDLING);
            measure(report, "rare", node, town, options, RARE);
            return report;
        }
    }

    private static void measure(Report report, String what, Node node, Town town, Options options, int rank)
            throws Exception {
        var path = "/guilds/" + town.guild + "/messages/search?content=";
        var recording = Recording.begin(options, node.pid());
        var rounds = new ArrayList<Readers.Round>();
        for (int i = 0; i <= options.number("rounds", 3); i++) {
            rounds.add(Readers.round(
                    node,
                    town.tokens,
                    options.number("readers", 8),
                    options.number("seconds", 10),
                    n -> path + Prose.word(rank + n % 50)));
        }
        // The first warms up.
        var figures = new Rounds<>(rounds.subList(1, rounds.size()));
        report.add(what + "_per_s", figures, Readers.Round::perSecond)
                .add(what + "_p50_ms", figures, Readers.Round::p50Ms)
                .add(what + "_p99_ms", figures, Readers.Round::p99Ms)
                .latency(what + "_latency_ms", Readers.latency(figures.rounds()))
                .add(what + "_jvm_cpu_us", figures, Readers.Round::jvmCpuUs);
        recording.tell(report, what + " ");
    }

    private static double behind(Node node, Town town) throws Exception {
        try (var line = new Line(node, town.owner())) {
            line.post("/channels/" + town.square() + "/messages", "{\"content\":\"" + MARK + "\"}");
            long began = System.nanoTime();
            while (System.nanoTime() - began < PATIENCE_NS) {
                line.get("/guilds/" + town.guild + "/messages/search?content=" + MARK);
                if (line.body().contains("\"content\":\"" + MARK)) {
                    return (System.nanoTime() - began) / 1e9;
                }
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("The index never had the last message");
    }
}
