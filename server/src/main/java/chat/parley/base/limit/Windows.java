package chat.parley.base.limit;

import java.time.Clock;
import java.util.LinkedHashMap;

/// Counts uses by key. A key's window opens with its first use and closes after a fixed time, so what is left
/// and when it ends can be said exactly, as bots read it of their day's sessions; across a window's edge twice the
/// limit may pass, so what must come evenly has [Buckets].
///
/// Memory is bounded: closed windows go as new ones open, and beyond the limit of keys the oldest window is
/// forgotten. Safe for any number of threads; keys are spread over stripes, each with a lock of its own.
final class Windows {
    private static final int STRIPES = 16;

    private final Clock clock;
    private final int limit;
    private final long lengthMs;
    private final Stripe[] stripes = new Stripe[STRIPES];

    Windows(Clock clock, int limit, long lengthMs, int maxKeys) {
        this.clock = clock;
        this.limit = limit;
        this.lengthMs = lengthMs;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe(Math.max(1, maxKeys / STRIPES));
        }
    }

    Grant take(Object key) {
        long now = clock.millis();
        return stripe(key).take(key, now);
    }

    /// What the key has left, without a use of it.
    Grant peek(Object key) {
        long now = clock.millis();
        return stripe(key).peek(key, now);
    }

    private Stripe stripe(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return stripes[hash >>> 28];
    }

    int keys() {
        int keys = 0;
        for (var stripe : stripes) {
            keys += stripe.size();
        }
        return keys;
    }

    private final class Stripe {
        private final int maxKeys;
        /// In the order in which the windows were opened, so the first is always the next to close.
        private final LinkedHashMap<Object, Window> windows = new LinkedHashMap<>();

        Stripe(int maxKeys) {
            this.maxKeys = maxKeys;
        }

        synchronized Grant take(Object key, long now) {
            var window = windows.get(key);
            if (window == null || window.isClosed(now)) {
                windows.remove(key);
                makeRoom(now);
                window = new Window(now);
                windows.put(key, window);
            }
            boolean allowed = window.used < limit;
            window.used += allowed ? 1 : 0;
            long closesAt = window.openedAt + lengthMs;
            return new Grant(allowed, limit, limit - window.used, closesAt - now, closesAt);
        }

        synchronized Grant peek(Object key, long now) {
            var window = windows.get(key);
            if (window == null || window.isClosed(now)) {
                return new Grant(true, limit, limit, 0, now);
            }
            long closesAt = window.openedAt + lengthMs;
            return new Grant(window.used < limit, limit, limit - window.used, closesAt - now, closesAt);
        }

        synchronized int size() {
            return windows.size();
        }

        private void makeRoom(long now) {
            var oldest = windows.values().iterator();
            while (oldest.hasNext() && (oldest.next().isClosed(now) || windows.size() >= maxKeys)) {
                oldest.remove();
            }
        }
    }

    private final class Window {
        private final long openedAt;
        private int used;

        Window(long openedAt) {
            this.openedAt = openedAt;
        }

        /// Also when the clock was set back, which must not lock anybody out.
        boolean isClosed(long now) {
            return now >= openedAt + lengthMs || now < openedAt;
        }
    }
}
