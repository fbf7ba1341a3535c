package chat.parley.load.scenario;

import chat.parley.load.Latency;
import chat.parley.load.Options;
import chat.parley.load.Report;
import chat.parley.load.Rounds;
import chat.parley.load.Scenario;
import chat.parley.load.node.Api;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import chat.parley.load.profile.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final long LATEST_NS = 60_000_000_000L;

    private record Round(double perSecond, Histogram latency, double cpuUs, double jvmCpuUs, long refused) {
        double ms(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }
    }

    @Override
    public Report run(Options options) throws Exception {
        try (var node = Node.start(options);
                var api = new Api(node)) {
            var token = api.register("loadowner");
            var channel = api.textChannel(token, api.guild(token));
            var counts = options.numbers("senders", "64");
            var rounds = new LinkedHashMap<Integer, List<Round>>();
            for (int count : counts) {
                round(node, token, channel, count, options);
                rounds.put(count, new ArrayList<>());
            }
            var floor = options.has("floor") ? Floor.of(node) : null;
            var recording = Recording.begin(options, node.pid());
            for (int i = 0; i < options.number("rounds", 3); i++) {
                for (var those : rounds.entrySet()) {
                    those.getValue().add(round(node, token, channel, those.getKey(), options));
                }
                if (floor != null) {
                    floor.round(counts.getLast(), options.number("seconds", 10), TEXT.length());
                }
            }
            var report = new Report().version("PostgreSQL", node.postgresVersion());
            rounds.forEach(
                    (count, those) -> tell(report, counts.size() == 1 ? "" : count + " senders ", those, options));
            if (floor != null) {
                floor.tell(report, new Rounds<>(rounds.lastEntry().getValue()).median(Round::perSecond));
            }
            recording.tell(report, "");
            return report;
        }
    }

    private static void tell(Report report, String prefix, List<Round> rounds, Options options) {
        var figures = new Rounds<>(rounds);
        report.add(prefix + "messages_per_s", figures, Round::perSecond)
                .add(prefix + "p50_ms", figures, it -> it.ms(50))
                .add(prefix + "p99_ms", figures, it -> it.ms(99))
                .latency(prefix + "latency_ms", latency(rounds, options))
                .add(prefix + "cpu_us_per_message", figures, Round::cpuUs)
                .add(prefix + "jvm_cpu_us_per_message", figures, Round::jvmCpuUs)
                .add(prefix + "database_us_per_message", figures, it -> it.cpuUs - it.jvmCpuUs)
                .add(prefix + "not_accepted", figures.median(Round::refused));
    }

    private static Latency latency(List<Round> rounds, Options options) {
        var all = new Histogram(LATEST_NS, 3);
        rounds.forEach(it -> all.add(it.latency));
        return options.number("rate", 0) == 0 ? Latency.closed(all) : Latency.open(all);
    }

    /// With a rate, latency counts from the moment at which the message was due, so a stall is not left out.
    private static Round round(Node node, String token, String channel, int count, Options options) throws Exception {
        int rate = options.number("rate", 0);
        long lengthNs = options.number("seconds", 10) * 1_000_000_000L;
        var latency = new ConcurrentHistogram(LATEST_NS, 3);
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
                latency,
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
