package chat.parley.presence;

import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;

/// What happens to presences. Nothing of it is stored.
public sealed interface PresenceEvent extends Event {
    /// Others see the user differently now.
    record Changed(Presence presence) implements PresenceEvent {}

    /// The user's last connection will not come back. May be said more than once.
    record Gone(UserId user) implements PresenceEvent {}
}
