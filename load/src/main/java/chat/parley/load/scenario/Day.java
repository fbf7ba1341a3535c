package chat.parley.load.scenario;

import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.node.Prose;
import chat.parley.load.node.Town;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// What people do in a town all day: write, type, react, mark as read, open channels and scroll back, at random times,
/// mostly in a few busy channels. Each message begins with its number.
final class Day {
    static final String NUMBER = "n=";
    static final long LATEST_NS = 60_000_000_000L;
    private static final int ACTORS = 24;

    private final Node node;
    private final Town town;
    private final AtomicInteger written = new AtomicInteger();

    Day(Node node, Town town) {
        this.node = node;
        this.town = town;
    }

    /// How many messages have been written; they are numbered from 0.
    int written() {
        return written.get();
    }

    enum Act {
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

    static final class Latencies {
        private final Map<Act, Histogram> byAct = new EnumMap<>(Act.class);

        Latencies() {
            for (var act : Act.values()) {
                byAct.put(act, new ConcurrentHistogram(LATEST_NS, 3));
            }
        }

        long acts() {
            return byAct.values().stream().mapToLong(Histogram::getTotalCount).sum();
        }

        Histogram of(Act act) {
            return Objects.requireNonNull(byAct.get(act));
        }
    }

    /// For that long, at that rate.
    Latencies act(int rate, int seconds) throws Exception {
        var latencies = new Latencies();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        var actors = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ACTORS; i++) {
                int actor = i;
                actors.add(threads.submit(() -> {
                    live(actor, rate / (double) ACTORS, until, latencies);
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
    private void live(int actor, double perSecond, long until, Latencies latencies) throws IOException {
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
    private String done(
            Line line, Act act, String somewhere, String channel, String message, Prose prose, String newest)
            throws IOException {
        int status = switch (act) {
            case WRITE -> line.post("/channels/" + somewhere + "/messages", said(prose));
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

    private String said(Prose prose) {
        return "{\"content\":\"" + NUMBER + written.getAndIncrement() + " " + prose.text() + "\"}";
    }
}
