package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Sockets;
import java.util.ArrayList;
import java.util.List;

/// Memory of the node without anybody, with people connected, and half a minute later.
public final class Idle implements Scenario {
    private static final int SETTLE_MS = 30_000;

    @Override
    public Report run(Options options) throws Exception {
        int count = options.number("sockets", 20);
        try (var node = Node.start(options);
                var api = new Api(node);
                var sockets = new Sockets(node, "none")) {
            double empty = node.rssMb();
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < Math.min(count, 20); i++) {
                tokens.add(api.register("idle" + i));
            }
            var owner = tokens.getFirst();
            var code = api.invite(owner, api.textChannel(owner, api.guild(owner)));
            for (var token : tokens.subList(1, tokens.size())) {
                api.join(token, code);
            }
            sockets.open(tokens, count, frame -> {});
            double connected = node.rssMb();
            double cpu = node.cpuSeconds();
            Thread.sleep(SETTLE_MS);
            return new Report()
                    .add("sockets", count)
                    .add("jvm_rss_mb_after_start", empty)
                    .add("jvm_rss_mb_connected", connected)
                    .add("jvm_rss_mb_settled", node.rssMb())
                    .add("idle_cpu_percent_of_a_core", (node.cpuSeconds() - cpu) * 100_000 / SETTLE_MS);
        }
    }
}
