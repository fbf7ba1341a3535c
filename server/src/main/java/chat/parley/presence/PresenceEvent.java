package chat.parley.presence;

import chat.parley.base.bus.Event;

/// What happens to presences. Nothing of it is stored.
public sealed interface PresenceEvent extends Event {
    /// Others see the user differently now.
    record Changed(Presence presence) implements PresenceEvent {}
}
