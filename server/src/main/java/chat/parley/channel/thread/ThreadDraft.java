package chat.parley.channel.thread;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.Channel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A thread that somebody wants to start.
///
/// @param kind only counts where a channel can have public and private ones
/// @param autoArchiveMin absent for what the channel says
/// @param slowmodeS absent for what the channel says
/// @param tags only in forums
public record ThreadDraft(
        Channel.Kind kind,
        String name,
        @Nullable Integer autoArchiveMin,
        @Nullable Integer slowmodeS,
        boolean invitable,
        List<Long> tags) {
    public static final Set<Integer> AUTO_ARCHIVE_MIN = Set.of(60, 1_440, 4_320, 10_080);
    static final int USUAL_AUTO_ARCHIVE_MIN = 4_320;

    public ThreadDraft {
        name = fit(name);
        requireDuration(autoArchiveMin);
        tags = List.copyOf(tags);
    }

    public static ThreadDraft named(Channel.Kind kind, String name) {
        return new ThreadDraft(kind, name, null, null, true, List.of());
    }

    static String fit(String raw) {
        String name = raw.strip();
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > Limits.CHANNEL_NAME_MAX_CHARS) {
            throw Refusal.length("name", 1, Limits.CHANNEL_NAME_MAX_CHARS);
        }
        return name;
    }

    static void requireDuration(@Nullable Integer minutes) {
        if (minutes != null && !AUTO_ARCHIVE_MIN.contains(minutes)) {
            throw Refusal.invalid(
                    "auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.");
        }
    }
}
