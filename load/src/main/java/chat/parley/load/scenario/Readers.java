package chat.parley.load.scenario;

import chat.parley.load.Latency;
import chat.parley.load.node.Line;
import chat.parley.load.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// Several people who read one page after another, each as soon as the last is there.
final class Readers {
    private static final long LATEST_NS = 60_000_000_000L;

    record Round(double perSecond, double p50Ms, double p99Ms, double jvmCpuUs, double cpuUs, Histogram latency) {}

    private Readers() {}

    /// @param path of the n-th request of all
    static Round round(Node node, List<String> tokens, int readers, int seconds, IntFunction<String> path)
            throws Exception {
        var latency = new ConcurrentHistogram(LATEST_NS, 3);
        double cpu = node.cpuSeconds();
        double jvm = node.jvmCpuSeconds();
        long start = System.nanoTime();
        long lengthNs = seconds * 1_000_000_000L;
        var reading = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < readers; i++) {
                int reader = i;
                reading.add(threads.submit(() -> {
                    try (var line = new Line(node, tokens.get(reader % tokens.size()))) {
                        for (int n = reader; System.nanoTime() - start < lengthNs; n += readers) {
                            long began = System.nanoTime();
                            if (line.get(path.apply(n)) != 200) {
                                throw new IllegalStateException(path.apply(n) + ": " + line.body());
                            }
                            latency.recordValue(System.nanoTime() - began);
                        }
                    }
                    return true;
                }));
            }
        }
        for (var reader : reading) {
            reader.get();
        }
        double read = Math.max(1, latency.getTotalCount());
        return new Round(
                read / ((System.nanoTime() - start) / 1e9),
                latency.getValueAtPercentile(50) / 1e6,
                latency.getValueAtPercentile(99) / 1e6,
                (node.jvmCpuSeconds() - jvm) * 1e6 / read,
                (node.cpuSeconds() - cpu) * 1e6 / read,
                latency);
    }

    /// What others would have waited who read as often as the median.
    static Latency latency(List<Round> rounds) {
        var all = new Histogram(LATEST_NS, 3);
        rounds.forEach(it -> all.add(it.latency));
        return Latency.closed(all);
    }
}
