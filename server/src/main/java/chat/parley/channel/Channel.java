package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.permission.Overwrite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in a guild.
///
/// @param parent the category
/// @param slowmodeS seconds between two messages of one member, 0 to 21,600
public record Channel(
        ChannelId id,
        GuildId guild,
        Kind kind,
        String name,
        int position,
        @Nullable ChannelId parent,
        Details details,
        List<Overwrite> overwrites) {

    /// What only some kinds use.
    ///
    /// @param bitrate bit/s, voice
    /// @param userLimit 0 for none, voice
    public record Details(@Nullable String topic, boolean nsfw, int slowmodeS, int bitrate, int userLimit) {
        public static final Details PLAIN = new Details(null, false, 0, 64_000, 0);
    }

    /// The kinds that exist so far; `number` is Discord's.
    public enum Kind {
        TEXT(0),
        VOICE(2),
        CATEGORY(4),
        ANNOUNCEMENT(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        public boolean holdsMessages() {
            return this != CATEGORY;
        }
    }
}
