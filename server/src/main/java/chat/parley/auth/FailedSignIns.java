package chat.parley.auth;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down whoever guesses one account's password from many addresses: after some failures each further one doubles
/// the pause, up to a minute. The pause is short enough that nobody can lock somebody else out for long.
///
/// The lock of `this` guards the map.
public final class FailedSignIns {
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 16;

    private final Clock clock;
    private final Map<String, Failures> byAccount = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > Limits.SIGN_IN_FAILURES_REMEMBERED;
        }
    };

    public FailedSignIns(Clock clock) {
        this.clock = clock;
    }

    /// @throws Refused with `TooOften` while the account's pause lasts
    synchronized void check(String key) {
        var failures = byAccount.get(key);
        var now = clock.instant();
        if (failures != null && now.isBefore(failures.pauseUntil())) {
            throw new Refused(new Refusal.TooOften(
                    Duration.between(now, failures.pauseUntil()).toMillis() + 1, false));
        }
    }

    synchronized void add(String key) {
        var now = clock.instant();
        var before = byAccount.remove(key);
        boolean again = before != null && now.isBefore(before.last().plus(REMEMBERED));
        int count = before != null && again ? before.count() + 1 : 1;
        byAccount.put(key, new Failures(count, now, now.plusMillis(pauseMs(count))));
    }

    synchronized void forget(String key) {
        byAccount.remove(key);
    }

    private static long pauseMs(int count) {
        int doublings = Math.min(count - Limits.SIGN_IN_FAILURES_FREE, DOUBLINGS_MAX);
        return doublings < 0 ? 0 : Math.min(1_000L << doublings, Limits.SIGN_IN_BACKOFF_MAX_MS);
    }

    private record Failures(int count, Instant last, Instant pauseUntil) {}
}
