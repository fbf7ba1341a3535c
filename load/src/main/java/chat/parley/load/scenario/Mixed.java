package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Scenario;
import chat.parley.load.crowd.Crowd;
import chat.parley.load.crowd.Form;
import chat.parley.load.node.Api;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.node.Prose;
import chat.parley.load.node.Town;
import chat.parley.load.profile.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// A community's day, compressed: everybody is connected; people write, type, react, mark as read, open channels and
/// scroll back at random times, mostly in a few busy channels. With a long `--seconds` it is the soak test: the memory
/// at the first and the last tenth stands in the report.
public final class Mixed implements Scenario {
    private static final int ACTORS = 24;

    private enum Act {
        WRITE(30),
        TYPE(20),
        REACT(10),
        MARK_READ(15),
        OPEN_CHANNEL(15),
        SCROLL_BACK(10);

        private final int percent;

        Act(int percent) {
            this.percent = percent;
        }

        static Act of(int percent) {
            int rest = percent;
            for (var act : values()) {
                rest -= act.percent;
                if (rest < 0) {
                    return act;
                }
            }
            throw new IllegalArgumentException("a percentage: " + percent);
        }
    }

    private static final class Latencies {
        private final Map<Act, Histogram> byAct = new EnumMap<>(Act.class);

        Latencies() {
            for (var act : Act.values()) {
                byAct.put(act, new ConcurrentHistogram(60_000_000_000L, 3));
            }
        }

        Histogram of(Act act) {
            return Objects.requireNonNull(byAct.get(act));
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
            act(node, town, rate, Math.max(2, seconds / 4));
            long heard = crowd.frames();
            double cpu = node.cpuSeconds();
            double jvm = node.jvmCpuSeconds();
            double before = node.rssMb();
            var recording = Recording.begin(options, node.pid());
            long began = System.nanoTime();
            var latencies = act(node, town, rate, seconds);
            double took = (System.nanoTime() - began) / 1e9;
            var report = new Report()
                    .add("people", people)
                    .add(
                            "acts_per_s",
                            latencies.byAct.values().stream()
                                            .mapToLong(Histogram::getTotalCount)
                                            .sum()
                                    / took)
                    .add("events_heard_per_s", (crowd.frames() - heard) / took)
                    .add("cpu_percent_of_a_core", (node.cpuSeconds() - cpu) * 100 / took)
                    .add("jvm_cpu_percent_of_a_core", (node.jvmCpuSeconds() - jvm) * 100 / took)
                    .add("jvm_rss_mb_before", before)
                    .add("jvm_rss_mb_after", node.rssMb());
            for (var act : Act.values()) {
                var latency = latencies.of(act);
                var name = act.name().toLowerCase(Locale.ROOT);
                report.add(name + "_p50_ms", latency.getValueAtPercentile(50) / 1e6)
                        .add(name + "_p99_ms", latency.getValueAtPercentile(99) / 1e6);
            }
            recording.tell(report, "");
            return report;
        }
    }

    private static Latencies act(Node node, Town town, int rate, int seconds) throws Exception {
        var latencies = new Latencies();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var actors = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ACTORS; i++) {
                int actor = i;
                actors.add(threads.submit(() -> {
                    live(node, town, actor, rate / (double) ACTORS, until, latencies);
                    return true;
                }));
            }
        }
        for (var actor : actors) {
            actor.get();
        }
        return latencies;
    }

    /// Acts at random times that do not depend on the answers; one that comes late counts from when it was due.
    private static void live(Node node, Town town, int actor, double perSecond, long until, Latencies latencies)
            throws IOException {
        var prose = new Prose(actor);
        try (var line = new Line(node, town.tokens.get(actor % town.tokens.size()))) {
            long due = System.nanoTime();
            String newest = "";
            while (true) {
                due += (long) (prose.pauseMs(perSecond) * 1e6);
                if (due >= until) {
                    return;
                }
                LockSupport.parkNanos(due - System.nanoTime());
                var act = Act.of(prose.number(100));
                var channel = newest.isEmpty() ? town.square() : newest.substring(0, newest.indexOf(' '));
                var message = newest.substring(newest.indexOf(' ') + 1);
                if (newest.isEmpty() && act != Act.TYPE) {
                    act = Act.WRITE;
                }
                newest = done(line, act, town.channel(prose), channel, message, prose, newest);
                latencies.of(act).recordValue(Math.max(1, System.nanoTime() - due));
            }
        }
    }

    /// @return channel and id of the newest message that the actor knows of
    private static String done(
            Line line, Act act, String somewhere, String channel, String message, Prose prose, String newest)
            throws IOException {
        int status = switch (act) {
            case WRITE -> line.post("/channels/" + somewhere + "/messages", "{\"content\":\"" + prose.text() + "\"}");
            case TYPE -> line.post("/channels/" + somewhere + "/typing", "{}");
            case REACT -> line.put("/channels/" + channel + "/messages/" + message + "/reactions/%F0%9F%91%8D/@me");
            case MARK_READ -> line.post("/channels/" + channel + "/messages/" + message + "/ack", "{}");
            case OPEN_CHANNEL -> line.get("/channels/" + somewhere + "/messages?limit=50");
            case SCROLL_BACK -> line.get("/channels/" + channel + "/messages?limit=50&before=" + message);
        };
        if (status >= 300) {
            throw new IllegalStateException(act + ": " + status + " " + line.body());
        }
        if (act != Act.WRITE) {
            return newest;
        }
        var body = line.body();
        int at = body.indexOf("\"id\":\"") + 6;
        return somewhere + " " + body.substring(at, body.indexOf('"', at));
    }
}
