package chat.parley.friend;

import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;

/// What changed between people. For the sessions of one of them, who is named.
public sealed interface FriendEvent extends Event {
    UserId user();

    record Added(UserId user, Relation relation) implements FriendEvent {}

    record Updated(UserId user, Relation relation) implements FriendEvent {}

    record Removed(UserId user, Relation relation) implements FriendEvent {}

    /// @param text empty when the note was taken away
    record Noted(UserId user, UserId about, String text) implements FriendEvent {}
}
