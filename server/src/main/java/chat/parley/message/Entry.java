package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that has passed every check and waits for its id.
///
/// @param answered the message that it replies to
record Entry(
        ChannelId channel,
        GuildId guild,
        UserId author,
        int kind,
        String content,
        @Nullable Message answered,
        Message.Mentions mentions,
        int flags,
        @Nullable String nonce,
        Extras extras) {

    Message at(MessageId id) {
        var replyTo = answered == null ? null : answered.id();
        return new Message(
                id, channel, guild, author, kind, content, null, replyTo, mentions, false, flags, nonce, extras,
                List.of());
    }

    /// What the unique index of nonces holds.
    record Key(UserId author, ChannelId channel, String nonce) {}

    @Nullable
    Key key() {
        return nonce == null ? null : new Key(author, channel, nonce);
    }
}
