package chat.parley.account.alert;

import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;

/// For the person's own sessions.
public sealed interface AlertsEvent extends Event {
    record Changed(UserId user, GuildAlerts alerts) implements AlertsEvent {}
}
