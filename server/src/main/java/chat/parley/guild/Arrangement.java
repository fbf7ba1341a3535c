package chat.parley.guild;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Puts things that have positions in a new order: what nobody moved keeps its order, and each thing that was moved
/// lands at the place that was asked for, or as near as the list allows.
public final class Arrangement {
    private Arrangement() {}

    /// @param wanted the index of each thing to move; ties keep the old order
    public static <T> List<T> of(List<T> before, Map<T, Integer> wanted) {
        var after = new ArrayList<T>(before);
        after.removeIf(wanted::containsKey);
        before.stream()
                .filter(wanted::containsKey)
                .sorted(Comparator.comparing(it -> wanted.getOrDefault(it, 0)))
                .forEach(it -> after.add(Math.clamp(wanted.getOrDefault(it, 0), 0, after.size()), it));
        return after;
    }
}
