package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Scratch;
import chat.parley.load.node.Town;
import chat.parley.load.profile.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/// Pages of 50 messages: the newest, which the node has in memory; any others, from the database of a node that keeps
/// none of them; and the same again from the memory of a node whose readers have been there before.
public final class History implements Scenario {
    private static final int PAGE = 100;
    private static final int SEEN_LATELY = 400;

    @Override
    public Report run(Options options) throws Exception {
        int messages = options.number("messages", 5_000);
        var data = Node.folder(options);
        var report = new Report().add("messages", messages);
        try {
            Town town;
            List<String> ids;
            try (var node = Node.start(data, false, Map.of("PARLEY_HISTORY_MEMORY_PERCENT", "0"));
                    var api = new Api(node)) {
                town = new Town(node, api, 1, 1);
                town.chatter(messages);
                ids = ids(api, town, messages);
                measure(report, "newest", node, town, options, _ -> newest(town));
                measure(report, "stored", node, town, options, older(town, ids));
            }
            try (var node = Node.start(data, false)) {
                measure(report, "kept", node, town, options, older(town, ids));
            }
            return report;
        } finally {
            if (options.text("data-dir", "").isEmpty()) {
                Scratch.delete(data);
            }
        }
    }

    private static String newest(Town town) {
        return "/channels/" + town.square() + "/messages?limit=50";
    }

    private static IntFunction<String> older(Town town, List<String> ids) {
        int[] order = new Random(5)
                .ints(1 << 16, Math.min(SEEN_LATELY, ids.size() / 2), ids.size())
                .toArray();
        return n -> newest(town) + "&before=" + ids.get(order[n & (order.length - 1)]);
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
