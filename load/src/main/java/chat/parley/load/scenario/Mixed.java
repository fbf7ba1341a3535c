package chat.parley.load.scenario;

import chat.parley.load.Latency;
import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.crowd.Crowd;
import chat.parley.load.crowd.Form;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import chat.parley.load.profile.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// A community's day, compressed: everybody is connected and some do what people do.
public final class Mixed implements Scenario {
    private record Round(
            double actsPerSecond, double heardPerSecond, double cpu, double jvmCpu, double cpuUs, Day.Latencies times) {
        double ms(Day.Act act, double percentile) {
            return times.of(act).getValueAtPercentile(percentile) / 1e6;
        }
    }

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
            double before = node.rssMb();
            var recording = Recording.begin(options, node.pid());
            var rounds = new ArrayList<Round>();
            for (int i = 0; i < options.number("rounds", 3); i++) {
                rounds.add(round(node, crowd, day, rate, seconds));
            }
            var report = new Report().add("people", people);
            tell(report, rounds);
            report.add("jvm_rss_mb_before", before).add("jvm_rss_mb_after", node.rssMb());
            recording.tell(report, "");
            return report.version("PostgreSQL", node.postgresVersion());
        }
    }

    private static Round round(Node node, Crowd crowd, Day day, int rate, int seconds) throws Exception {
        long heard = crowd.frames();
        double cpu = node.cpuSeconds();
        double jvm = node.jvmCpuSeconds();
        long began = System.nanoTime();
        var times = day.act(rate, seconds);
        double took = (System.nanoTime() - began) / 1e9;
        double taken = node.cpuSeconds() - cpu;
        return new Round(
                times.acts() / took,
                (crowd.frames() - heard) / took,
                taken * 100 / took,
                (node.jvmCpuSeconds() - jvm) * 100 / took,
                taken * 1e6 / Math.max(1, times.acts()),
                times);
    }

    private static void tell(Report report, List<Round> rounds) {
        var figures = new Rounds<>(rounds);
        report.add("acts_per_s", figures, Round::actsPerSecond)
                .add("events_heard_per_s", figures, Round::heardPerSecond)
                .add("cpu_us_per_act", figures, Round::cpuUs)
                .add("cpu_percent_of_a_core", figures, Round::cpu)
                .add("jvm_cpu_percent_of_a_core", figures, Round::jvmCpu);
        for (var act : Day.Act.values()) {
            var name = act.name().toLowerCase(Locale.ROOT);
            var all = new Histogram(Day.LATEST_NS, 3);
            rounds.forEach(it -> all.add(it.times.of(act)));
            report.add(name + "_p50_ms", figures.median(it -> it.ms(act, 50)))
                    .add(name + "_p99_ms", figures.median(it -> it.ms(act, 99)))
                    .latency(name + "_ms", Latency.open(all));
        }
    }
}
