package chat.parley.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The median over several rounds, since the machines are noisy.
public record Rounds<T>(List<T> rounds) {
    /// What people run has run for hours: so long the same is done before anything counts, unless `--warm` says
    /// otherwise.
    public static final int WARM_S = 10;

    public double median(ToDoubleFunction<T> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    public String spread(ToDoubleFunction<T> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return String.format(
                "%.3f … %.3f", sorted[0], Arrays.stream(sorted).max().orElse(0));
    }
}
