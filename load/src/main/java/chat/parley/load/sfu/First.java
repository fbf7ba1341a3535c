package chat.parley.load.sfu;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;

/// What the first packets after the rehearsal cost, beside a loop that only sends on, and what many rooms cost when
/// they are spread over several loops.
public final class First implements Scenario {
    private static final int WORDS = 50;
    private static final int SETTLE_MS = 1_000;

    @Override
    public Report run(Options options) throws Exception {
        int listeners = options.number("subscribers", 100);
        var report = new Report().add("subscribers", listeners);
        try (var crowd = new Lectures(1, 1, listeners)) {
            words(report, "", () -> cost(crowd, 1));
        }
        try (var floor = new BareLecture(listeners)) {
            words(report, "bare_", () -> floor.say() / 1e3 / listeners);
        }
        try (var crowd = new Lectures(1, 1, listeners)) {
            Thread.sleep(SETTLE_MS);
            report.add("first_packet_us", crowd.longest() / 1e3 / listeners);
        }
        int rooms = options.number("rooms", 8);
        for (int loops : new int[] {1, 2}) {
            try (var crowd = new Lectures(loops, rooms, listeners / 10)) {
                cost(crowd, WORDS);
                report.add("cpu_us_" + loops + "_loops", cost(crowd, 40 * options.number("seconds", 10)))
                        .add("passed_" + loops + "_loops", (double) crowd.passed());
            }
        }
        return report;
    }

    private static void words(Report report, String way, Callable<Double> word) throws Exception {
        Thread.sleep(SETTLE_MS);
        var costs = new ArrayList<Double>();
        for (int i = 0; i < WORDS; i++) {
            costs.add(word.call());
        }
        report.add(way + "first_packet_cpu_us", costs.getFirst());
        Collections.sort(costs);
        report.add(way + "first_50_words_p50_cpu_us", costs.get(WORDS / 2))
                .add(way + "first_50_words_max_cpu_us", costs.getLast());
    }

    /// Microseconds of the loops for each packet sent on.
    private static double cost(Lectures crowd, int words) throws IOException {
        long forwarded = crowd.forwarded();
        long cost = 0;
        for (int i = 0; i < words; i++) {
            cost += crowd.say();
        }
        return cost / 1e3 / Math.max(1, crowd.forwarded() - forwarded);
    }
}
