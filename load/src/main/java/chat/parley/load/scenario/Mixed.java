package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Scenario;
import chat.parley.load.crowd.Crowd;
import chat.parley.load.crowd.Form;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import chat.parley.load.profile.Recording;
import java.util.Locale;

/// A community's day, compressed: everybody is connected and some do what people do.
public final class Mixed implements Scenario {
    @Override
    public Report run(Options options) throws Exception {
        int people = options.number("people", 60);
        int rate = options.number("rate", 400);
        int seconds = options.number("seconds", 20);
        try (var node = Node.start(options);
                var api = new Api(node);
                var crowd = new Crowd(node, Form.PLAIN, (_, _) -> {})) {
            var town = new Town(node, api, people, 40);
            town.chatter(options.number("messages", 5_000));
            crowd.open(town.tokens, people);
            var day = new Day(node, town);
            day.act(rate, Math.max(2, seconds / 4));
            long heard = crowd.frames();
            double cpu = node.cpuSeconds();
            double jvm = node.jvmCpuSeconds();
            double before = node.rssMb();
            var recording = Recording.begin(options, node.pid());
            long began = System.nanoTime();
            var latencies = day.act(rate, seconds);
            double took = (System.nanoTime() - began) / 1e9;
            var report = new Report()
                    .add("people", people)
                    .add("acts_per_s", latencies.acts() / took)
                    .add("events_heard_per_s", (crowd.frames() - heard) / took)
                    .add("cpu_percent_of_a_core", (node.cpuSeconds() - cpu) * 100 / took)
                    .add("jvm_cpu_percent_of_a_core", (node.jvmCpuSeconds() - jvm) * 100 / took)
                    .add("jvm_rss_mb_before", before)
                    .add("jvm_rss_mb_after", node.rssMb());
            for (var act : Day.Act.values()) {
                var latency = latencies.of(act);
                var name = act.name().toLowerCase(Locale.ROOT);
                report.add(name + "_p50_ms", latency.getValueAtPercentile(50) / 1e6)
                        .add(name + "_p99_ms", latency.getValueAtPercentile(99) / 1e6);
            }
            recording.tell(report, "");
            return report;
        }
    }
}
