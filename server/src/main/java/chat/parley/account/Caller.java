package chat.parley.account;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import org.jspecify.annotations.Nullable;

/// Somebody who has proven who they are, and by which session. Always a parameter, never ambient, because it is the
/// authorisation.
///
/// @param session the signed-in device; a bot's is its own id
/// @param operator true for the owner of this node
/// @param reason why they do what they are about to do, for the audit log
public record Caller(
        UserId id,
        EntityId session,
        boolean bot,
        boolean operator,
        @Nullable String reason) {

    public Caller(UserId id, EntityId session, boolean bot, boolean operator) {
        this(id, session, bot, operator, null);
    }

    /// The same, giving a reason.
    public Caller because(@Nullable String why) {
        return new Caller(id, session, bot, operator, why);
    }
}
