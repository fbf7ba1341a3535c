package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Scenario;
import chat.parley.load.crowd.Crowd;
import chat.parley.load.crowd.Form;
import chat.parley.load.node.Api;
import chat.parley.load.node.Jcmd;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import chat.parley.load.peer.Bystanders;

/// Memory of the node without anybody, with people connected, and when each has beaten once. What is *in use*
/// leaves out the part of the heap that is committed and empty, which says more about the collector than about
/// connections.
public final class Idle implements Scenario {
    private static final int SETTLE_MS = 45_000;
    private static final int PEOPLE_MIN = 20;

    private record Memory(double rssMb, double heapMb, double inUseMb) {
        static Memory of(Node node) throws Exception {
            var heap = Jcmd.heap(node.pid());
            double rss = node.rssMb();
            return new Memory(rss, heap.usedMb(), rss - heap.committedMb() + heap.usedMb());
        }
    }

    @Override
    public Report run(Options options) throws Exception {
        int count = options.number("sockets", PEOPLE_MIN);
        var report = ours(options, count);
        Bystanders.tell(report, options, count);
        return report;
    }

    private static Report ours(Options options, int count) throws Exception {
        var form = Form.of(options.text("compress", "none")).getFirst();
        try (var node = Node.start(options);
                var api = new Api(node);
                var crowd = new Crowd(node, form, (_, _) -> {})) {
            double started = node.rssMb();
            var town = new Town(node, api, Town.peopleFor(count), 1);
            // Once to and fro, so that what the first who come leave behind is not counted as theirs.
            crowd.open(town.tokens, Math.min(count, PEOPLE_MIN));
            crowd.settle();
            crowd.dismiss();
            var empty = Memory.of(node);
            long bytes = crowd.bytes();
            long began = System.nanoTime();
            crowd.open(town.tokens, count);
            double openedS = (System.nanoTime() - began) / 1e9;
            crowd.settle();
            double greeting = (crowd.bytes() - bytes) / 1024.0 / count;
            double connected = node.rssMb();
            double cpu = node.cpuSeconds();
            Thread.sleep(SETTLE_MS);
            double idleCpu = (node.cpuSeconds() - cpu) * 100_000 / SETTLE_MS;
            double settled = node.rssMb();
            var full = Memory.of(node);
            crowd.check();
            return new Report()
                    .add("sockets", count)
                    .add("compress", form.title)
                    .add("jvm_rss_mb_after_start", started)
                    .add("jvm_rss_mb_empty", empty.rssMb)
                    .add("all_connected_in_s", openedS)
                    .add("greeting_kb_per_socket", greeting)
                    .add("jvm_rss_mb_connected", connected)
                    .add("jvm_rss_mb_settled", settled)
                    .add("jvm_rss_mb_collected", full.rssMb)
                    .add("idle_cpu_percent_of_a_core", idleCpu)
                    .add("heap_kb_per_socket", (full.heapMb - empty.heapMb) * 1024 / count)
                    .add("in_use_kb_per_socket", (full.inUseMb - empty.inUseMb) * 1024 / count)
                    .add("in_use_mb_over_empty", full.inUseMb - empty.inUseMb)
                    .version("PostgreSQL", node.postgresVersion());
        }
    }
}
