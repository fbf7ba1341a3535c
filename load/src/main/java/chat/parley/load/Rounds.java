package chat.parley.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The median over several rounds, since the machines are noisy.
public record Rounds<T>(List<T> rounds) {
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
