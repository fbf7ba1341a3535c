package chat.parley.account.settings;

import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;

/// What happens to people's settings. Only their own devices hear of it.
public sealed interface SettingsEvent extends Event {
    record Changed(UserId user, Settings before, Settings settings) implements SettingsEvent {}
}
