package chat.parley.load;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// How long something took, over all rounds.
///
/// Coordinated omission: who waits for an answer before asking again does not ask while the server stalls, so a
/// stall counts once instead of as often as somebody would have come meanwhile. Where a rate is given, a
/// scenario therefore counts from the moment at which something was due ([#open]). Where everybody asks as soon
/// as the last answer is there, [#closed] adds what others would have waited who ask as often as usual.
public final class Latency {
    private static final double[] PERCENTILES = {50, 75, 90, 95, 99, 99.9, 99.99, 100};
    private static final double NS_PER_MS = 1e6;

    private final Histogram all;

    private Latency(Histogram all) {
        this.all = all;
    }

    /// @param times in nanoseconds, each from the moment at which it was due
    public static Latency open(Histogram times) {
        return new Latency(times.copy());
    }

    /// @param times in nanoseconds, each from the moment at which it was asked for
    public static Latency closed(Histogram times) {
        long usual = times.getValueAtPercentile(50);
        return new Latency(usual == 0 ? times.copy() : times.copyCorrectedForCoordinatedOmission(usual));
    }

    Map<String, Object> percentiles() {
        var table = new LinkedHashMap<String, Object>();
        table.put("count", count());
        for (double percentile : PERCENTILES) {
            table.put(name(percentile), Math.round(ms(percentile) * 1000) / 1000.0);
        }
        return table;
    }

    long count() {
        return all.getTotalCount();
    }

    double ms(double percentile) {
        return all.getValueAtPercentile(percentile) / NS_PER_MS;
    }

    private static String name(double percentile) {
        return percentile == 100
                ? "max"
                : "p" + (percentile == (int) percentile ? (int) percentile + "" : percentile + "");
    }

    @Override
    public String toString() {
        return percentiles().entrySet().stream()
                .skip(1)
                .map(it -> it.getKey() + " " + String.format(Locale.ROOT, "%.2f", (Double) it.getValue()))
                .collect(Collectors.joining(", "));
    }
}
