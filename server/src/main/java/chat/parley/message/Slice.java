package chat.parley.message;

import chat.parley.base.id.MessageId;

/// Which part of a channel's history somebody wants to read.
public sealed interface Slice {
    /// The newest.
    record Newest() implements Slice {}

    /// The newest below that id.
    record Before(MessageId id) implements Slice {}

    /// The oldest above that id.
    record After(MessageId id) implements Slice {}

    /// That one, if it is there, and as many on either side.
    record Around(MessageId id) implements Slice {}
}
