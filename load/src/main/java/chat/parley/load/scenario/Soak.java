package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Scenario;
import chat.parley.load.crowd.Crowd;
import chat.parley.load.crowd.Form;
import chat.parley.load.node.Api;
import chat.parley.load.node.Node;
import chat.parley.load.node.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;

/// A community's day without an end in sight: people act, and a few at a time lose their connection and come
/// back. Fails when something grows that should not, or when anybody missed a message or heard one twice.
public final class Soak implements Scenario {
    private static final int SAMPLES = 24;
    private static final int AWAY_MS = 700;
    private static final int CUT_ONE_IN = 8;

    @Override
    public Report run(Options options) throws Exception {
        int people = options.number("people", 60);
        int rate = options.number("rate", 200);
        int seconds = options.number("seconds", 120);
        var heard = new HeardNumbers(people);
        try (var node = Node.start(options);
                var api = new Api(node);
                var crowd = new Crowd(node, Form.PLAIN, heard)) {
            var town = new Town(node, api, people, 40);
            crowd.open(town.tokens, people);
            crowd.settle();
            var day = new Day(node, town);
            var vitals = new ArrayList<Vitals>();
            long lost = 0;
            int reconnects = 0;
            try (var acting = Executors.newVirtualThreadPerTaskExecutor()) {
                var acts = acting.submit(() -> day.act(rate, seconds));
                var random = new Random(3);
                long began = System.nanoTime();
                while (!acts.isDone()) {
                    reconnects += shake(crowd, random);
                    if ((System.nanoTime() - began) / 1e9 >= seconds * (vitals.size() + 1.0) / SAMPLES) {
                        vitals.add(Vitals.of(node));
                    }
                }
                long done = acts.get().acts();
                crowd.settle();
                crowd.check();
                lost = heard.lost(day.written());
                var report = new Report()
                        .version("PostgreSQL", node.postgresVersion())
                        .add("people", people)
                        .add("seconds", seconds)
                        .add("acts", done)
                        .add("messages", day.written())
                        .add("reconnects", reconnects)
                        .add("lost", lost)
                        .add("doubled", heard.doubled())
                        .add("out_of_order", crowd.disorder());
                return judged(report, vitals, lost + heard.doubled() + crowd.disorder());
            }
        }
    }

    /// Some lose their connection for a moment.
    private static int shake(Crowd crowd, Random random) throws Exception {
        List<Integer> those = crowd.everybody().stream()
                .filter(_ -> random.nextInt(CUT_ONE_IN) == 0)
                .toList();
        crowd.cut(those);
        Thread.sleep(random.nextInt(AWAY_MS));
        crowd.resume(those);
        Thread.sleep(random.nextInt(AWAY_MS));
        return those.size();
    }

    private static Report judged(Report report, List<Vitals> vitals, long wrong) {
        for (var sign : Vitals.Sign.values()) {
            var trend = Trend.of(vitals.stream().mapToDouble(sign::in).toArray());
            report.add(sign.title + " early", trend.early()).add(sign.title + " late", trend.late());
            if (trend.grewBy(sign.part, sign.slack)) {
                report.fail(sign.title + " grew from " + trend.early() + " to " + trend.late());
            }
        }
        if (wrong > 0) {
            report.fail(wrong + " messages were lost, doubled or out of order");
        }
        return report;
    }
}
