package chat.parley.voice.call;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/// A call that goes on.
///
/// @param ringing those whose clients ring
public record Call(GuildId conversation, MessageId message, Set<UserId> ringing, Instant since) {
    public Call {
        ringing = Set.copyOf(ringing);
    }

    public ChannelId channel() {
        return new ChannelId(conversation.value());
    }

    Call ringing(Set<UserId> others) {
        return new Call(conversation, message, others, since);
    }

    Call without(UserId user) {
        var rest = new HashSet<>(ringing);
        rest.remove(user);
        return ringing(rest);
    }
}
