package chat.parley.moderation.automod;

import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts whom newcomers of a guild mention within a minute, all together: a raid is many accounts that each keep to
/// the limit for one message.
final class MentionRaids {
    private static final long MINUTE_MS = 60_000;
    private static final int TIMES_THE_LIMIT = 3;

    private final Map<GuildId, Minute> guilds = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<GuildId, Minute> eldest) {
            return size() > Limits.AUTOMOD_AUTHORS_MAX;
        }
    };

    private static final class Minute {
        private long since;
        private int mentions;
    }

    /// @param limit what one message may mention
    synchronized boolean raid(GuildId guild, int mentions, int limit, long nowMs) {
        var minute = guilds.computeIfAbsent(guild, _ -> new Minute());
        if (nowMs - minute.since >= MINUTE_MS) {
            minute.since = nowMs;
            minute.mentions = 0;
        }
        minute.mentions += mentions;
        return minute.mentions > Math.max(1, limit) * TIMES_THE_LIMIT;
    }
}
