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
/// @param errand that a program calls in their name; absent when it is themselves
public record Caller(
        UserId id,
        EntityId session,
        boolean bot,
        boolean operator,
        @Nullable String reason,
        @Nullable Errand errand) {

    public Caller(UserId id, EntityId session, boolean bot, boolean operator) {
        this(id, session, bot, operator, null, null);
    }

    /// Somebody in whose name a program calls. Whatever they own, it never owns the node.
    public static Caller sending(UserId person, Errand errand) {
        return new Caller(person, errand.agreement(), false, false, null, errand);
    }

    /// The same, giving a reason.
    public Caller because(@Nullable String why) {
        return new Caller(id, session, bot, operator, why, errand);
    }
}
