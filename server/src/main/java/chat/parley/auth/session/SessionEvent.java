package chat.parley.auth.session;

import chat.parley.base.bus.Event;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;

/// What happens to signed-in devices.
public sealed interface SessionEvent extends Event {
    UserId user();

    EntityId session();

    /// The session is over: its access tokens are refused from now on, its sockets close with 4004.
    record Revoked(UserId user, EntityId session) implements SessionEvent {}
}
