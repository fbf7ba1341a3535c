package chat.parley.load.scenario;

import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.profile.Recording;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Durable messages: posts over many connections at once and waits for each acknowledgement, which the server gives
/// after the commit.
public final class Send implements Scenario {
    private static final String TEXT = "m".repeat(140);

    private record Round(double perSecond, double p50Ms, double p99Ms, double cpuUs, double jvmCpuUs, long refused) {}

    @Override
    public Report run(Options options) throws Exception {
        try (var node = Node.start(options);
                var api = new Api(node)) {
            var token = api.register("loadowner");
            var channel = api.textChannel(token, api.guild(token));
            round(node, token, channel, options);
            var floor = options.has("floor") ? Floor.of(node) : null;
            var recording = Recording.begin(options, node.pid());
            var rounds = new ArrayList<Round>();
            for (int i = 0; i < options.number("rounds", 3); i++) {
                rounds.add(round(node, token, channel, options));
                if (floor != null) {
                    floor.round(options.number("senders", 64), options.number("seconds", 10), TEXT.length());
                }
            }
            var figures = new Rounds<>(rounds);
            var report = new Report()
                    .add("messages_per_s", figures.median(Round::perSecond))
                    .add("messages_per_s_spread", figures.spread(Round::perSecond))
                    .add("p50_ms", figures.median(Round::p50Ms))
                    .add("p99_ms", figures.median(Round::p99Ms))
                    .add("p99_ms_spread", figures.spread(Round::p99Ms))
                    .add("cpu_us_per_message", figures.median(Round::cpuUs))
                    .add("jvm_cpu_us_per_message", figures.median(Round::jvmCpuUs))
                    .add("not_accepted", figures.median(Round::refused));
            if (floor != null) {
                floor.tell(report, figures.median(Round::perSecond));
            }
            recording.tell(report, "");
            return report;
        }
    }

    /// With a rate, latency counts from the moment at which the message was due, so a stall is not left out.
    private static Round round(Node node, String token, String channel, Options options) throws Exception {
        int count = options.number("senders", 64);
        int rate = options.number("rate", 0);
        long lengthNs = options.number("seconds", 10) * 1_000_000_000L;
        var latency = new ConcurrentHistogram(60_000_000_000L, 3);
        var refused = new AtomicLong();
        double cpu = node.cpuSeconds();
        double jvm = node.jvmCpuSeconds();
        long start = System.nanoTime();
        var senders = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int sender = i;
                senders.add(threads.submit(() -> {
                    send(
                            new Line(node, token),
                            "/channels/" + channel + "/messages",
                            sender,
                            count,
                            rate,
                            start,
                            lengthNs,
                            latency,
                            refused);
                    return true;
                }));
            }
        }
        for (var sender : senders) {
            sender.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double sent = Math.max(1, latency.getTotalCount());
        return new Round(
                sent / seconds,
                latency.getValueAtPercentile(50) / 1e6,
                latency.getValueAtPercentile(99) / 1e6,
                (node.cpuSeconds() - cpu) * 1e6 / sent,
                (node.jvmCpuSeconds() - jvm) * 1e6 / sent,
                refused.get());
    }

    private static void send(
            Line line,
            String path,
            int sender,
            int senders,
            int rate,
            long start,
            long lengthNs,
            Histogram latency,
            AtomicLong refused)
            throws Exception {
        long periodNs = rate == 0 ? 0 : 1_000_000_000L * senders / rate;
        long due = start + periodNs * sender / senders;
        try (line) {
            for (long i = 0; System.nanoTime() - start < lengthNs; i++) {
                if (rate == 0) {
                    due = System.nanoTime();
                } else {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int status = line.post(
                        path,
                        "{\"content\":\"" + TEXT + "\",\"nonce\":\"" + sender + "-" + i + "-" + start % 1_000_000
                                + "\"}");
                if (status == 200) {
                    latency.recordValue(Math.max(1, System.nanoTime() - due));
                } else {
                    refused.incrementAndGet();
                }
                due += periodNs;
            }
        }
    }
}
