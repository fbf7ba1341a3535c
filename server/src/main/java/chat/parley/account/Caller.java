package chat.parley.account;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;

/// Somebody who has proven who they are, and by which session. Always a parameter, never ambient, because it is the
/// authorisation.
///
/// @param session the signed-in device; a bot's is its own id
/// @param operator true for the owner of this node
public record Caller(UserId id, EntityId session, boolean bot, boolean operator) {}
