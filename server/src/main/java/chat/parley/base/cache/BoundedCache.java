package chat.parley.base.cache;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Keeps roughly the entries that were used last, never more than its bound.
///
/// Two generations instead of a linked list: reads take no lock, and whatever was not read during a whole generation
/// goes with it.
///
/// A value that was loaded while somebody changed it must not be kept, or it would be stale for ever: take [#stamp()]
/// before loading and give it to [#keep]. Writers use [#replace] and [#forget], which spoil every older stamp. The lock
/// of `this` orders writers and the change of generations.
public final class BoundedCache<K, V> {
    private final int generationMax;
    private volatile ConcurrentHashMap<K, V> young = new ConcurrentHashMap<>();
    private volatile ConcurrentHashMap<K, V> old = new ConcurrentHashMap<>();
    private volatile long changes;

    public BoundedCache(int max) {
        this.generationMax = Math.max(1, max / 2);
    }

    public @Nullable V find(K key) {
        V value = young.get(key);
        if (value != null) {
            return value;
        }
        value = old.get(key);
        if (value != null) {
            promote(key);
        }
        return value;
    }

    /// Names this moment, for [#keep].
    public long stamp() {
        return changes;
    }

    /// Keeps what was loaded since `stamp`, unless anything was replaced or forgotten meanwhile.
    public synchronized void keep(long stamp, K key, V loaded) {
        if (stamp == changes) {
            put(key, loaded);
        }
    }

    public synchronized void replace(K key, V value) {
        changes++;
        put(key, value);
    }

    public synchronized void forget(K key) {
        changes++;
        young.remove(key);
        old.remove(key);
    }

    public synchronized void clear() {
        changes++;
        young = new ConcurrentHashMap<>();
        old = new ConcurrentHashMap<>();
    }

    public int size() {
        return young.size() + old.size();
    }

    private synchronized void promote(K key) {
        V value = old.remove(key);
        if (value != null) {
            put(key, value);
        }
    }

    private void put(K key, V value) {
        old.remove(key);
        young.put(key, value);
        if (young.size() >= generationMax) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
