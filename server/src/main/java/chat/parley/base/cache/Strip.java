package chat.parley.base.cache;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept of one list. Read without a lock; that of [Runs] guards writing.
final class Strip<V> {
    /// In order; they do not overlap.
    volatile List<Run<V>> runs = List.of();

    volatile long changes;

    /// The last run that begins below a key; it may end before.
    @Nullable
    Run<V> under(long key) {
        var now = runs;
        int low = 0;
        int high = now.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (now.get(middle).from < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : now.get(low - 1);
    }
}
