package chat.parley.message;

import chat.parley.base.bus.Event;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happens to the messages of a channel, in the order of commit.
public sealed interface MessageEvent extends Event {
    ChannelId channel();

    GuildId guild();

    /// In a conversation, whose id is its channel's.
    default boolean isPrivate() {
        return guild().value() == channel().value();
    }

    /// @param answered the message that this one replies to, as it was then
    record Posted(Message message, @Nullable Message answered) implements MessageEvent {
        @Override
        public ChannelId channel() {
            return message.channel();
        }

        @Override
        public GuildId guild() {
            return message.guild();
        }
    }

    /// The text, the flags or the pin changed.
    record Edited(Message message, @Nullable Message answered) implements MessageEvent {
        @Override
        public ChannelId channel() {
            return message.channel();
        }

        @Override
        public GuildId guild() {
            return message.guild();
        }
    }

    record Deleted(GuildId guild, ChannelId channel, MessageId id) implements MessageEvent {}

    record BulkDeleted(GuildId guild, ChannelId channel, List<MessageId> ids) implements MessageEvent {}

    record ReactionAdded(GuildId guild, ChannelId channel, MessageId id, UserId author, UserId user, String emoji)
            implements MessageEvent {}

    record ReactionRemoved(GuildId guild, ChannelId channel, MessageId id, UserId user, String emoji)
            implements MessageEvent {}

    /// Somebody voted for an answer of a poll, or took that vote back.
    record PollVoted(GuildId guild, ChannelId channel, MessageId id, UserId user, int answer, boolean added)
            implements MessageEvent {}

    /// All reactions of the message, or all of one emoji.
    record ReactionsCleared(
            GuildId guild,
            ChannelId channel,
            MessageId id,
            @Nullable String emoji) implements MessageEvent {}

    record PinsChanged(
            GuildId guild, ChannelId channel, @Nullable Instant newestPin) implements MessageEvent {}

    /// Somebody is writing; true for ten seconds.
    record Typing(GuildId guild, ChannelId channel, UserId user, Instant at) implements MessageEvent {}

    /// Somebody has read up to here. Only for their own sessions.
    record Acked(GuildId guild, ChannelId channel, UserId user, MessageId upTo, int mentionCount)
            implements MessageEvent {}
}
