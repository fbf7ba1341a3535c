package chat.parley.channel;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happens to channels, threads among them. Published in the order of the guild's other events.
public sealed interface ChannelEvent extends Event {
    Channel channel();

    default GuildId guild() {
        return channel().guild();
    }

    record Created(Channel channel) implements ChannelEvent {}

    record Updated(Channel before, Channel channel) implements ChannelEvent {}

    /// A thread can still be found while this is published, and no more after it.
    ///
    /// @param within it went together with its parent or guild, of which everybody hears anyway
    record Deleted(Channel channel, boolean within) implements ChannelEvent {
        public Deleted(Channel channel) {
            this(channel, false);
        }
    }

    /// Somebody became or is no more a member of a thread.
    record ThreadMemberChanged(
            Channel channel, UserId user, @Nullable Instant joinedAt) implements ChannelEvent {
        public boolean joined() {
            return joinedAt != null;
        }
    }
}
