package chat.parley.base.cache;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Keeps pieces of long lists that grow at their end alone, as the messages of channels: what lies between two keys,
/// without a gap. Bounded in bytes; what was not read since it was last looked at goes first.
///
/// Reading takes no lock. Changes are told after their commit and applied under the lock of `this`, as what was loaded
/// is kept. A load that a change of the same place has overtaken is given back and not kept, so that an old row
/// never covers a newer one.
///
/// @param <K> whose list it is
/// @param <V> what stands in it
public final class Runs<K, V> {
    /// Short runs that touch are joined up to this length.
    private static final int JOINED_MAX = 128;
    /// To fetch less costs about as much.
    private static final int FETCH_MIN = 25;
    private static final int RUN_BYTES = 120;

    private final long maxBytes;
    private final ToLongFunction<V> key;
    private final ToIntFunction<V> bytes;
    private final ConcurrentHashMap<K, Strip<V>> places = new ConcurrentHashMap<>();
    private final ArrayDeque<Kept<K, V>> turns = new ArrayDeque<>();
    private long heldBytes;
    /// Of those in [#turns], about.
    private int dropped;

    /// @param maxBytes 0 keeps nothing
    /// @param key above 0, the order of the list
    /// @param bytes about as much memory as one takes
    public Runs(long maxBytes, ToLongFunction<V> key, ToIntFunction<V> bytes) {
        this.maxBytes = maxBytes;
        this.key = key;
        this.bytes = bytes;
    }

    /// Reads from where the list is kept in full.
    @FunctionalInterface
    public interface Source<V> {
        /// The last from one key on and below another, last first.
        List<V> read(long from, long below, int limit);
    }

    private record Kept<K, V>(K place, Run<V> run) {}

    /// The last below a key, last first: from memory as far as it is there, the rest from the source, whose answer is
    /// kept.
    public List<V> below(K place, long limitKey, int limit, Source<V> source) {
        if (maxBytes == 0) {
            return source.read(0, limitKey, limit);
        }
        var at = places.computeIfAbsent(place, _ -> new Strip<>());
        var found = new ArrayList<V>(limit);
        long below = limitKey;
        while (found.size() < limit && below > 0) {
            var run = at.under(below);
            if (run == null || run.below < below) {
                run = fetched(place, at, run == null ? 0 : run.below, below, limit - found.size(), source);
            } else if (!run.used) {
                run.used = true;
            }
            take(found, run, below, limit);
            below = run.from;
        }
        return found;
    }

    private void take(List<V> found, Run<V> run, long below, int limit) {
        var items = run.items;
        int end = run.below <= below ? items.size() : Run.first(items, below, key);
        int start = Math.max(0, end - (limit - found.size()));
        for (int i = end - 1; i >= start; i--) {
            found.add(items.get(i));
        }
    }

    /// The first from a key on, in order; `null` when not all of them are here.
    public @Nullable List<V> from(K place, long fromKey, long belowKey, int limit) {
        var at = places.get(place);
        var found = new ArrayList<V>(limit);
        long from = fromKey;
        while (at != null && found.size() < limit && from < belowKey) {
            var run = at.under(from + 1);
            if (run == null || run.below <= from) {
                return null;
            }
            run.used = true;
            var items = run.items;
            for (int i = Run.first(items, from, key); i < items.size() && found.size() < limit; i++) {
                if (key.applyAsLong(items.get(i)) < belowKey) {
                    found.add(items.get(i));
                }
            }
            from = run.below;
        }
        return at == null ? null : found;
    }

    /// The one with that key, or none when there is none; `null` when that is not known here.
    public @Nullable List<V> at(K place, long wanted) {
        var at = places.get(place);
        var run = at == null ? null : at.under(wanted + 1);
        if (run == null || run.below <= wanted) {
            return null;
        }
        var items = run.items;
        int index = Run.first(items, wanted, key);
        return index < items.size() && key.applyAsLong(items.get(index)) == wanted
                ? List.of(items.get(index))
                : List.of();
    }

    /// One is another now.
    public synchronized void replace(K place, V now) {
        changed(place, key.applyAsLong(now), now);
    }

    /// Some are gone.
    public synchronized void remove(K place, Collection<Long> keys) {
        for (long gone : keys) {
            changed(place, gone, null);
        }
    }

    /// The whole list is gone, or may be anything by now.
    public synchronized void forget(K place) {
        var at = places.remove(place);
        if (at != null) {
            at.runs.forEach(this::drop);
            at.runs = List.of();
        }
    }

    /// How much is kept, about.
    public synchronized long heldBytes() {
        return heldBytes;
    }

    private synchronized void changed(K place, long changedKey, @Nullable V now) {
        var at = places.get(place);
        if (at == null) {
            return;
        }
        at.changes++;
        var run = at.under(changedKey + 1);
        int index = run == null || run.below <= changedKey ? -1 : Run.first(run.items, changedKey, key);
        if (run == null
                || index < 0
                || index == run.items.size()
                || key.applyAsLong(run.items.get(index)) != changedKey) {
            return;
        }
        var items = new ArrayList<>(run.items);
        heldBytes -= bytes.applyAsInt(items.get(index));
        if (now == null) {
            items.remove(index);
        } else {
            items.set(index, now);
            heldBytes += bytes.applyAsInt(now);
        }
        run.items = items;
    }

    private Run<V> fetched(K place, Strip<V> at, long floor, long below, int missing, Source<V> source) {
        long stamp = at.changes;
        int wanted = Math.max(missing, FETCH_MIN);
        var read = source.read(floor, below, wanted);
        long from = read.size() < wanted ? floor : key.applyAsLong(read.getLast());
        var run = new Run<>(from, below, List.copyOf(read.reversed()));
        keep(place, at, run, stamp);
        return run;
    }

    private synchronized void keep(K place, Strip<V> at, Run<V> run, long stamp) {
        var under = at.under(run.below);
        if (stamp != at.changes || places.get(place) != at || (under != null && under.below > run.from)) {
            return;
        }
        var runs = new ArrayList<>(at.runs);
        int index = under == null ? 0 : runs.indexOf(under) + 1;
        runs.add(index, run);
        heldBytes += bytes(run);
        turns.add(new Kept<>(place, run));
        join(place, runs, index);
        if (index > 0) {
            join(place, runs, index - 1);
        }
        at.runs = List.copyOf(runs);
        trim();
    }

    /// Joins a run with the next when they touch and are short.
    private void join(K place, List<Run<V>> runs, int index) {
        if (index + 1 >= runs.size()) {
            return;
        }
        var first = runs.get(index);
        var second = runs.get(index + 1);
        if (first.below != second.from || first.items.size() + second.items.size() > JOINED_MAX) {
            return;
        }
        var items = new ArrayList<V>(first.items.size() + second.items.size());
        items.addAll(first.items);
        items.addAll(second.items);
        var joined = new Run<>(first.from, second.below, List.copyOf(items));
        drop(first);
        drop(second);
        heldBytes += bytes(joined);
        turns.add(new Kept<>(place, joined));
        runs.remove(index + 1);
        runs.set(index, joined);
    }

    private void trim() {
        while (heldBytes > maxBytes && !turns.isEmpty()) {
            var next = turns.remove();
            if (next.run.gone) {
                dropped--;
                continue;
            }
            if (next.run.used) {
                next.run.used = false;
                turns.add(next);
                continue;
            }
            drop(next.run);
            var at = places.get(next.place);
            if (at != null) {
                at.runs = at.runs.stream().filter(it -> it != next.run).toList();
                if (at.runs.isEmpty()) {
                    places.remove(next.place);
                }
            }
        }
    }

    /// Its turn is still to come; when half of those who wait are gone, they are let go.
    private void drop(Run<V> run) {
        run.gone = true;
        heldBytes -= bytes(run);
        if (++dropped > turns.size() / 2) {
            turns.removeIf(it -> it.run.gone);
            dropped = 0;
        }
    }

    private int bytes(Run<V> run) {
        int sum = RUN_BYTES;
        for (var item : run.items) {
            sum += bytes.applyAsInt(item);
        }
        return sum;
    }
}
