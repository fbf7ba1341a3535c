package chat.parley.moderation.automod;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Remembers what each author wrote last, to notice spam: the same again and again, or very much at once. Guarded by
/// its own lock, which is held for a few comparisons; only guilds with such a rule come here.
final class Repeats {
    private static final int REMEMBERED = 8;
    private static final long SAME_WITHIN_MS = 30_000;
    private static final int SAME_MAX = 3;
    private static final long MUCH_WITHIN_MS = 5_000;
    private static final int SAME_MIN_CHARS = 4;

    private final Map<Author, Last> authors = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Author, Last> eldest) {
            return size() > Limits.AUTOMOD_AUTHORS_MAX;
        }
    };

    private record Author(GuildId guild, UserId user) {}

    /// The last messages of one author, in a ring.
    private static final class Last {
        private final int[] hashes = new int[REMEMBERED];
        private final long[] times = new long[REMEMBERED];
        private int next;
    }

    /// Whether the text is spam, which is remembered with it.
    synchronized boolean spam(GuildId guild, UserId user, String text, long nowMs) {
        var last = authors.computeIfAbsent(new Author(guild, user), _ -> new Last());
        int hash = text.toLowerCase(Locale.ROOT).replaceAll("\\s++", " ").hashCode();
        int same = 0;
        int lately = 0;
        for (int i = 0; i < REMEMBERED; i++) {
            boolean there = last.times[i] != 0;
            same += there && last.hashes[i] == hash && nowMs - last.times[i] < SAME_WITHIN_MS ? 1 : 0;
            lately += there && nowMs - last.times[i] < MUCH_WITHIN_MS ? 1 : 0;
        }
        last.hashes[last.next] = hash;
        last.times[last.next] = nowMs;
        last.next = (last.next + 1) % REMEMBERED;
        return (text.length() >= SAME_MIN_CHARS && same >= SAME_MAX) || lately >= REMEMBERED;
    }
}
