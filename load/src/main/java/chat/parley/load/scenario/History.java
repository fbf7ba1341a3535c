package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import chat.parley.load.profile.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/// Pages of 50 messages: the newest, which the node has in memory, and any others, which come from the database.
public final class History implements Scenario {
    private static final int PAGE = 100;
    private static final int SEEN_LATELY = 400;

    @Override
    public Report run(Options options) throws Exception {
        int messages = options.number("messages", 20_000);
        try (var node = Node.start(options);
                var api = new Api(node)) {
            var town = new Town(node, api, 1, 1);
            town.chatter(messages);
            var ids = ids(api, town, messages);
            var path = "/channels/" + town.square() + "/messages?limit=50";
            var random = new Random(5);
            int[] order = random.ints(1 << 16, Math.min(SEEN_LATELY, ids.size() / 2), ids.size())
                    .toArray();
            var report = new Report().add("messages", messages);
            measure(report, "newest", node, town, options, _ -> path);
            measure(
                    report,
                    "older",
                    node,
                    town,
                    options,
                    n -> path + "&before=" + ids.get(order[n & (order.length - 1)]));
            return report;
        }
    }

    private static void measure(
            Report report, String what, Node node, Town town, Options options, IntFunction<String> path)
            throws Exception {
        int readers = options.number("readers", 16);
        int seconds = options.number("seconds", 10);
        Readers.round(node, town.tokens, readers, seconds, path);
        var recording = Recording.begin(options, node.pid());
        var rounds = new ArrayList<Readers.Round>();
        for (int i = 0; i < options.number("rounds", 3); i++) {
            rounds.add(Readers.round(node, town.tokens, readers, seconds, path));
        }
        var figures = new Rounds<>(rounds);
        report.add(what + "_per_s", figures.median(Readers.Round::perSecond))
                .add(what + "_per_s_spread", figures.spread(Readers.Round::perSecond))
                .add(what + "_p50_ms", figures.median(Readers.Round::p50Ms))
                .add(what + "_p99_ms", figures.median(Readers.Round::p99Ms))
                .latency(what + "_latency_ms", Readers.latency(rounds))
                .add(what + "_jvm_cpu_us", figures.median(Readers.Round::jvmCpuUs))
                .add(what + "_cpu_us", figures.median(Readers.Round::cpuUs));
        recording.tell(report, what + " ");
    }

    /// All of them, newest first.
    private static List<String> ids(Api api, Town town, int messages) throws Exception {
        var ids = new ArrayList<String>();
        var path = "/channels/" + town.square() + "/messages?limit=" + PAGE;
        while (ids.size() < messages) {
            var from = ids.isEmpty() ? path : path + "&before=" + ids.getLast();
            var page = api.call("GET", from, town.owner(), Map.of());
            page.forEach(it -> ids.add(it.path("id").asString()));
            if (page.size() < PAGE) {
                break;
            }
        }
        return ids;
    }
}
