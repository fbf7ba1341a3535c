package chat.parley.base.cache;

import java.util.List;
import java.util.function.ToLongFunction;

/// All there is from one key on and below another, in order. Read without a lock; that of [Runs] guards writing.
final class Run<V> {
    final long from;
    final long below;
    volatile List<V> items;
    /// Since it was last looked at for something that can go.
    volatile boolean used;

    boolean gone;

    Run(long from, long below, List<V> items) {
        this.from = from;
        this.below = below;
        this.items = items;
    }

    /// The place of the first with that key or a higher one.
    static <V> int first(List<V> items, long from, ToLongFunction<V> key) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.applyAsLong(items.get(middle)) < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
