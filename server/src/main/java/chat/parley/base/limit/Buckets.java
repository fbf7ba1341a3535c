package chat.parley.base.limit;

import java.time.Clock;
import java.util.LinkedHashMap;

/// Buckets of tokens by key, each full at first: a use takes a token, and the time brings them back one by one, evenly.
/// So however uses are placed in time, never more than a bucketful passes at once, where windows of fixed length let
/// twice as many pass at an edge.
///
/// What a client is told fits both ways of counting: `remaining` tokens are there now, and after `reset` all are, which
/// is what libraries assume of a window's end. Whoever waits until then is never refused; whoever does not may be
/// granted one earlier.
///
/// A bucket is one number, the time at which it is full again (the virtual scheduling of ITU-T I.371, annex A.1).
/// Memory is bounded: full buckets go as new ones come, and beyond the limit of keys that which was used least recently
/// is forgotten. Safe for any number of threads; keys are spread over stripes, each with a lock of its own.
final class Buckets {
    private static final int STRIPES = 16;
    private static final long NANOS = 1_000_000;

    private final Clock clock;
    private final int size;
    private final long tokenNs;
    private final Stripe[] stripes = new Stripe[STRIPES];

    /// @param size tokens in a full bucket
    /// @param fillsInMs how long an empty one takes to be full
    Buckets(Clock clock, int size, long fillsInMs, int maxKeys) {
        this.clock = clock;
        this.size = size;
        this.tokenNs = Math.max(1, fillsInMs * NANOS / size);
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Stripe(Math.max(1, maxKeys / STRIPES));
        }
    }

    Grant take(Object key) {
        int hash = key.hashCode() * 0x9E3779B9;
        return stripes[hash >>> 28].take(key, clock.millis());
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
        /// When each is full, least recently used first.
        private final LinkedHashMap<Object, Long> fullAtNs = new LinkedHashMap<>(16, 0.75f, true);

        Stripe(int maxKeys) {
            this.maxKeys = maxKeys;
        }

        synchronized Grant take(Object key, long nowMs) {
            long now = nowMs * NANOS;
            Long known = fullAtNs.get(key);
            if (known == null) {
                makeRoom(now);
            }
            // A clock that was set back must not lock anybody out.
            long fullAt = known == null || known <= now || known - now > size * tokenNs ? now : known;
            long after = fullAt + tokenNs;
            if (after - now > size * tokenNs) {
                long waitMs = ceil(after - now - size * tokenNs);
                return new Grant(false, size, 0, waitMs, nowMs + waitMs);
            }
            fullAtNs.put(key, after);
            int remaining = (int) ((size * tokenNs - (after - now)) / tokenNs);
            long fullInMs = ceil(after - now);
            return new Grant(true, size, remaining, fullInMs, nowMs + fullInMs);
        }

        synchronized int size() {
            return fullAtNs.size();
        }

        private void makeRoom(long now) {
            var oldest = fullAtNs.values().iterator();
            while (oldest.hasNext() && (oldest.next() <= now || fullAtNs.size() >= maxKeys)) {
                oldest.remove();
            }
        }

        private static long ceil(long nanos) {
            return (nanos + NANOS - 1) / NANOS;
        }
    }
}
