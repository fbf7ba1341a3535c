package chat.parley.account;

import chat.parley.base.bus.Event;

/// What happens to accounts.
public sealed interface UserEvent extends Event {
    User user();

    record Created(User user) implements UserEvent {}

    /// Name, picture or profile changed. Its owner's private fields are asked of [Users#account].
    record Updated(User user) implements UserEvent {}
}
