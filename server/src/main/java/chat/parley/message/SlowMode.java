package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.ChannelAccess;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Who wrote last when in a channel with slow mode. After a restart the messages themselves tell.
final class SlowMode {
    private final ConcurrentHashMap<Place, Long> lastMs = new ConcurrentHashMap<>();
    private final MessageStore store;
    private final Clock clock;

    private record Place(UserId user, ChannelId channel) {}

    SlowMode(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// A turn to write, which must be given back when nothing was written. `null` for those who need none.
    record Turn(UserId user, ChannelId channel, @Nullable Long beforeMs, long takenMs) {}

    /// @throws Refused with `TooSoon`
    @Nullable
    Turn take(ChannelAccess access) {
        long slowMs = access.channel().details().slowmodeS() * 1_000L;
        if (slowMs == 0 || exempt(access)) {
            return null;
        }
        var place = new Place(access.caller().id(), access.channel().id());
        long now = clock.millis();
        lastMs.computeIfAbsent(place, it -> stored(it, now - slowMs));
        var waitMs = new long[1];
        var before = new Long[1];
        lastMs.compute(place, (any, last) -> {
            waitMs[0] = last == null ? 0 : last + slowMs - now;
            before[0] = last;
            return waitMs[0] > 0 ? last : Long.valueOf(now);
        });
        if (waitMs[0] > 0) {
            throw new Refused(new Refusal.TooSoon(waitMs[0]));
        }
        return new Turn(place.user(), place.channel(), before[0], now);
    }

    void giveBack(@Nullable Turn turn) {
        if (turn == null) {
            return;
        }
        var place = new Place(turn.user(), turn.channel());
        if (turn.beforeMs() == null) {
            lastMs.remove(place, turn.takenMs());
        } else {
            lastMs.replace(place, turn.takenMs(), turn.beforeMs());
        }
    }

    /// Forgets turns that can hold nobody up any more.
    void sweep() {
        long floor = clock.millis() - Limits.SLOWMODE_MAX_S * 1_000L;
        lastMs.values().removeIf(it -> it < floor);
    }

    private static boolean exempt(ChannelAccess access) {
        return access.may(Permission.MANAGE_MESSAGES)
                || access.may(Permission.MANAGE_CHANNELS)
                || access.may(Permission.BYPASS_SLOWMODE);
    }

    private @Nullable Long stored(Place place, long sinceMs) {
        long floor = Snowflakes.floor(Instant.ofEpochMilli(sinceMs));
        return store.lastBy(place.user(), place.channel(), floor)
                .map(it -> it.time().toEpochMilli())
                .orElse(null);
    }
}
