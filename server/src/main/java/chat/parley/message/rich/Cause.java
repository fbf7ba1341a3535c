package chat.parley.message.rich;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import org.jspecify.annotations.Nullable;

/// The interaction that a message answers (Discord's `interaction_metadata`).
///
/// @param application whose bot answers
/// @param type 2 command, 3 component, 5 modal
/// @param name the full name of the command
/// @param owners `authorizing_integration_owners` of the guild's kind: the guild, or 0 in a private channel
/// @param on the message whose component was used
/// @param origin of a followup, the first answer
public record Cause(
        EntityId id,
        EntityId application,
        int type,
        @Nullable String name,
        UserId user,
        long owners,
        @Nullable MessageId on,
        @Nullable MessageId origin,
        @Nullable Cause trigger) {}
