package chat.parley.message.read;

import chat.parley.base.bus.Event;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;

/// For the person's own sessions.
public sealed interface InboxEvent extends Event {
    record Dismissed(UserId user, MessageId message) implements InboxEvent {}
}
