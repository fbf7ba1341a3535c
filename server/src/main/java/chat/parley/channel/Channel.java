package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.permission.Overwrite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in a guild.
///
/// @param position among the channels of the same parent and [Kind.Row], from 0 without gaps
/// @param parent the category
/// @param overwrites at most one for each role or member, in the order of their targets
public record Channel(
        ChannelId id,
        GuildId guild,
        Kind kind,
        String name,
        int position,
        @Nullable ChannelId parent,
        Details details,
        List<Overwrite> overwrites) {

    public Channel {
        overwrites = List.copyOf(overwrites);
    }

    public Channel at(int other) {
        return new Channel(id, guild, kind, name, other, parent, details, overwrites);
    }

    public Channel under(@Nullable ChannelId other) {
        return new Channel(id, guild, kind, name, position, other, details, overwrites);
    }

    public Channel named(String other) {
        return new Channel(id, guild, kind, other, position, parent, details, overwrites);
    }

    public Channel ofKind(Kind other) {
        return new Channel(id, guild, other, name, position, parent, details, overwrites);
    }

    public Channel with(Details others) {
        return new Channel(id, guild, kind, name, position, parent, others, overwrites);
    }

    public Channel with(List<Overwrite> others) {
        return new Channel(id, guild, kind, name, position, parent, details, others);
    }

    public @Nullable Overwrite overwrite(long target) {
        for (var overwrite : overwrites) {
            if (overwrite.target() == target) {
                return overwrite;
            }
        }
        return null;
    }

    /// What only some kinds use.
    ///
    /// @param slowmodeS seconds between two messages of one member, 0 to 21,600
    /// @param bitrate bit/s, voice
    /// @param userLimit 0 for none, voice
    public record Details(@Nullable String topic, boolean nsfw, int slowmodeS, int bitrate, int userLimit) {
        public static final Details PLAIN = new Details(null, false, 0, 64_000, 0);
    }

    /// The kinds that exist so far; `number` is Discord's.
    public enum Kind {
        TEXT(0, Row.WRITTEN),
        DIRECT(1, Row.WRITTEN),
        VOICE(2, Row.SPOKEN),
        GROUP(3, Row.WRITTEN),
        CATEGORY(4, Row.CATEGORIES),
        ANNOUNCEMENT(5, Row.WRITTEN);

        /// Clients list each of these apart from the others, with positions of its own.
        public enum Row {
            WRITTEN,
            SPOKEN,
            CATEGORIES
        }

        private final int number;
        private final Row row;

        Kind(int number, Row row) {
            this.number = number;
            this.row = row;
        }

        public int number() {
            return number;
        }

        public Row row() {
            return row;
        }

        /// The one channel of a conversation.
        public boolean isPrivate() {
            return this == DIRECT || this == GROUP;
        }

        public boolean holdsMessages() {
            return this != CATEGORY;
        }
    }
}
