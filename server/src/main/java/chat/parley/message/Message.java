package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it is stored.
///
/// @param kind Discord's number, one of the constants below
/// @param replyTo the message answered, or, in a pin notice, the one pinned
/// @param nonce the sender's own mark, which makes a repeated send harmless
public record Message(
        MessageId id,
        ChannelId channel,
        GuildId guild,
        UserId author,
        int kind,
        String content,
        @Nullable Instant editedAt,
        @Nullable MessageId replyTo,
        Mentions mentions,
        boolean pinned,
        int flags,
        @Nullable String nonce,
        List<Reaction> reactions) {
    public static final int DEFAULT = 0;
    public static final int PIN_NOTICE = 6;
    public static final int JOIN_NOTICE = 7;
    public static final int REPLY = 19;

    public static final int SUPPRESS_EMBEDS = 1 << 2;
    public static final int SUPPRESS_NOTIFICATIONS = 1 << 12;

    /// Whom the text names, resolved when it was sent and limited to what the author may mention.
    public record Mentions(List<UserId> users, List<RoleId> roles, boolean everyone) {
        public static final Mentions NONE = new Mentions(List.of(), List.of(), false);
    }

    /// One emoji under a message and who chose it, oldest first.
    public record Reaction(String emoji, List<UserId> users) {}

    /// Written by a person, not by the server.
    public boolean written() {
        return kind == DEFAULT || kind == REPLY;
    }

    public Message edited(String text, Mentions called, int changedFlags, @Nullable Instant at) {
        return new Message(
                id, channel, guild, author, kind, text, at, replyTo, called, pinned, changedFlags, nonce, reactions);
    }

    public Message pinned(boolean now) {
        return new Message(
                id, channel, guild, author, kind, content, editedAt, replyTo, mentions, now, flags, nonce, reactions);
    }

    public Message with(List<Reaction> now) {
        return new Message(
                id, channel, guild, author, kind, content, editedAt, replyTo, mentions, pinned, flags, nonce, now);
    }
}
