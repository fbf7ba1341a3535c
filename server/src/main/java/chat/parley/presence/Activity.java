package chat.parley.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody is doing.
///
/// @param kind Discord's number: 0 playing, 1 streaming, 2 listening, 3 watching, 4 custom status, 5 competing
/// @param state the text of a custom status, or a detail
public record Activity(
        String name,
        int kind,
        @Nullable String state,
        @Nullable String emoji,
        @Nullable String url,
        Instant since) {
    public static final int CUSTOM = 4;

    public static Activity custom(@Nullable String text, @Nullable String emoji, Instant since) {
        return new Activity("Custom Status", CUSTOM, text, emoji, null, since);
    }

    /// Apart from when it began.
    boolean same(Activity other) {
        return equals(new Activity(other.name, other.kind, other.state, other.emoji, other.url, since));
    }
}
