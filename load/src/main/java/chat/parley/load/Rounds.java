package chat.parley.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The median over several rounds, since the machines are noisy; of an even number the mean of the two in the middle.
public record Rounds<T>(List<T> rounds) {
    /// What people run has run for hours: so long the same is done before anything counts, unless `--warm` says
    /// otherwise.
    public static final int WARM_S = 10;

    public double median(ToDoubleFunction<T> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    List<Double> each(ToDoubleFunction<T> figure) {
        return rounds.stream().map(figure::applyAsDouble).toList();
    }

    public String spread(ToDoubleFunction<T> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return String.format(
                "%.3f … %.3f", sorted[0], Arrays.stream(sorted).max().orElse(0));
    }
}
