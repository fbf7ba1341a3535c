package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.node.Sockets;
import chat.parley.load.profile.Recording;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// One room, one sender, many sockets: how many deliveries a second, how late, and at which cost.
public final class Fanout implements Scenario {
    /// The server keeps at most 64 connections of one account.
    private static final int SOCKETS_PER_ACCOUNT = 50;
    private static final String FILL = "f".repeat(200);
    private static final long DRAIN_NS = 5_000_000_000L;

    private record Round(double perSecond, double p50Ms, double p99Ms, double cpuUs, double missing) {}

    @Override
    public Report run(Options options) throws Exception {
        int count = options.number("sockets", 1_000);
        try (var node = Node.start(options);
                var api = new Api(node);
                var sockets = new Sockets(node, options.text("compress", "none"))) {
            var tokens = accounts(api, 1 + (count - 1) / SOCKETS_PER_ACCOUNT);
            var owner = tokens.getFirst();
            var channel = api.textChannel(owner, api.guild(owner));
            var code = api.invite(owner, channel);
            for (var token : tokens.subList(1, tokens.size())) {
                api.join(token, code);
            }
            double before = node.rssMb();
            var arrivals = new Arrivals(!options.text("compress", "none").equals("none"));
            sockets.open(tokens, count, arrivals);
            double after = node.rssMb();
            round(node, owner, channel, options, arrivals, count);
            var recording = Recording.begin(options, node.pid());
            var rounds = new ArrayList<Round>();
            for (int i = 0; i < options.number("rounds", 3); i++) {
                rounds.add(round(node, owner, channel, options, arrivals, count));
            }
            var figures = new Rounds<>(rounds);
            var report = new Report()
                    .add("sockets", count)
                    .add("compress", options.text("compress", "none"))
                    .add("deliveries_per_s", figures.median(Round::perSecond))
                    .add("deliveries_per_s_spread", figures.spread(Round::perSecond))
                    .add("p50_ms", figures.median(Round::p50Ms))
                    .add("p99_ms", figures.median(Round::p99Ms))
                    .add("jvm_cpu_us_per_delivery", figures.median(Round::cpuUs))
                    .add("missing_deliveries", figures.median(Round::missing))
                    .add("rss_mb_before_sockets", before)
                    .add("rss_mb_with_sockets", after);
            recording.tell(report, "");
            return report;
        }
    }

    private static List<String> accounts(Api api, int count) throws Exception {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            tokens.add(api.register("load" + i));
        }
        return tokens;
    }

    private static Round round(Node node, String token, String channel, Options options, Arrivals arrivals, int sockets)
            throws Exception {
        int rate = options.number("rate", 20);
        int messages = rate * options.number("seconds", 10);
        arrivals.reset();
        double cpu = node.jvmCpuSeconds();
        long start = System.nanoTime();
        try (var line = new Line(node, token)) {
            for (int i = 0; i < messages; i++) {
                long due = start + i * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                line.post("/channels/" + channel + "/messages", "{\"content\":\"at=" + due + " " + FILL + "\"}");
            }
        }
        long expected = (long) messages * sockets;
        long drainUntil = System.nanoTime() + DRAIN_NS;
        while (arrivals.count() < expected && System.nanoTime() < drainUntil) {
            LockSupport.parkNanos(1_000_000);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double delivered = Math.max(1, arrivals.count());
        return new Round(
                delivered / seconds,
                arrivals.percentileMs(50),
                arrivals.percentileMs(99),
                (node.jvmCpuSeconds() - cpu) * 1e6 / delivered,
                expected - arrivals.count());
    }

    /// What came in. The histogram is only written by the sockets' one thread, and read after the last frame.
    private static final class Arrivals implements java.util.function.Consumer<ByteBuf> {
        private final Histogram latency = new Histogram(60_000_000_000L, 3);
        private final AtomicLong count = new AtomicLong();
        private final boolean compressed;

        Arrivals(boolean compressed) {
            this.compressed = compressed;
        }

        @Override
        public void accept(ByteBuf frame) {
            if (compressed) {
                count.incrementAndGet();
                return;
            }
            long due = Sockets.numberAfter(frame, "\"at=");
            if (due > 0) {
                latency.recordValue(Math.clamp(System.nanoTime() - due, 1, 60_000_000_000L));
                count.incrementAndGet();
            }
        }

        long count() {
            return count.get();
        }

        double percentileMs(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }

        void reset() {
            latency.reset();
            count.set(0);
        }
    }
}
