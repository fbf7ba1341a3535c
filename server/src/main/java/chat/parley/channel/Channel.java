package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.channel.trait.Forum;
import chat.parley.channel.trait.Lifespan;
import chat.parley.channel.trait.ThreadDefaults;
import chat.parley.channel.trait.ThreadState;
import chat.parley.permission.Overwrite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place in a guild.
///
/// @param position among the channels of the same parent and [Kind.Row], from 0 without gaps
/// @param parent the category
/// @param overwrites at most one for each role or member, in the order of their targets; none for threads
/// @param thread what only threads have, absent for all other channels
public record Channel(
        ChannelId id,
        GuildId guild,
        Kind kind,
        String name,
        int position,
        @Nullable ChannelId parent,
        Details details,
        List<Overwrite> overwrites,
        @Nullable ThreadState thread) {

    public Channel {
        overwrites = List.copyOf(overwrites);
    }

    /// A channel that is no thread.
    public Channel(
            ChannelId id,
            GuildId guild,
            Kind kind,
            String name,
            int position,
            @Nullable ChannelId parent,
            Details details,
            List<Overwrite> overwrites) {
        this(id, guild, kind, name, position, parent, details, overwrites, null);
    }

    public Channel at(int other) {
        return new Channel(id, guild, kind, name, other, parent, details, overwrites, thread);
    }

    public Channel under(@Nullable ChannelId other) {
        return new Channel(id, guild, kind, name, position, other, details, overwrites, thread);
    }

    public Channel named(String other) {
        return new Channel(id, guild, kind, other, position, parent, details, overwrites, thread);
    }

    public Channel ofKind(Kind other) {
        return new Channel(id, guild, other, name, position, parent, details, overwrites, thread);
    }

    public Channel with(Details others) {
        return new Channel(id, guild, kind, name, position, parent, others, overwrites, thread);
    }

    public Channel with(List<Overwrite> others) {
        return new Channel(id, guild, kind, name, position, parent, details, others, thread);
    }

    public @Nullable Overwrite overwrite(long target) {
        for (var overwrite : overwrites) {
            if (overwrite.target() == target) {
                return overwrite;
            }
        }
        return null;
    }

    public Channel with(ThreadState other) {
        return new Channel(id, guild, kind, name, position, parent, details, overwrites, other);
    }

    /// Whether nobody may write in it, react or edit before it is opened again.
    public boolean archived() {
        return thread != null && thread.archived();
    }

    /// What only some kinds use.
    ///
    /// @param slowmodeS seconds between two messages of one member, 0 to 21,600
    /// @param bitrate bit/s, voice
    /// @param userLimit 0 for none, voice
    /// @param threads what holds for new threads
    /// @param forum only for channels of posts
    /// @param lifespan other than kept only for voice
    public record Details(
            @Nullable String topic,
            boolean nsfw,
            int slowmodeS,
            int bitrate,
            int userLimit,
            ThreadDefaults threads,
            @Nullable Forum forum,
            Lifespan lifespan) {
        public static final Details PLAIN = new Details(null, false, 0, 64_000, 0, ThreadDefaults.NONE, null);

        public Details(
                @Nullable String topic,
                boolean nsfw,
                int slowmodeS,
                int bitrate,
                int userLimit,
                ThreadDefaults threads,
                @Nullable Forum forum) {
            this(topic, nsfw, slowmodeS, bitrate, userLimit, threads, forum, Lifespan.KEPT);
        }

        public Details with(@Nullable Forum other) {
            return new Details(topic, nsfw, slowmodeS, bitrate, userLimit, threads, other, lifespan);
        }

        public Details with(Lifespan other) {
            return new Details(topic, nsfw, slowmodeS, bitrate, userLimit, threads, forum, other);
        }

        public Details slowedTo(int seconds) {
            return new Details(topic, nsfw, seconds, bitrate, userLimit, threads, forum, lifespan);
        }
    }

    /// The kinds that exist so far; `number` is Discord's.
    public enum Kind {
        TEXT(0, Row.WRITTEN),
        DIRECT(1, Row.WRITTEN),
        VOICE(2, Row.SPOKEN),
        GROUP(3, Row.WRITTEN),
        CATEGORY(4, Row.CATEGORIES),
        ANNOUNCEMENT(5, Row.WRITTEN),
        ANNOUNCEMENT_THREAD(10, Row.WRITTEN),
        PUBLIC_THREAD(11, Row.WRITTEN),
        PRIVATE_THREAD(12, Row.WRITTEN),
        STAGE(13, Row.SPOKEN),
        FORUM(15, Row.WRITTEN),
        MEDIA(16, Row.WRITTEN);

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
            return this != CATEGORY && !holdsPosts();
        }

        /// Everything written in it is in a thread.
        public boolean holdsPosts() {
            return this == FORUM || this == MEDIA;
        }

        public boolean thread() {
            return this == ANNOUNCEMENT_THREAD || this == PUBLIC_THREAD || this == PRIVATE_THREAD;
        }

        /// What may become one another without loss.
        boolean becomes(Kind other) {
            return this == other
                    || ((this == TEXT || this == ANNOUNCEMENT) && (other == TEXT || other == ANNOUNCEMENT));
        }
    }
}
