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
/// @param kind Discord's number: 0 default, 6 pin notice, 7 member joined, 19 reply
/// @param replyTo the message answered
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

    /// Whom the text names, resolved when it was sent and limited to what the author may mention.
    public record Mentions(List<UserId> users, List<RoleId> roles, boolean everyone) {
        public static final Mentions NONE = new Mentions(List.of(), List.of(), false);
    }

    /// One emoji under a message and who chose it, oldest first.
    public record Reaction(String emoji, List<UserId> users) {}
}
