package chat.parley.message;

import chat.parley.base.id.MessageId;

/// What the writer tells a sender.
sealed interface Receipt {
    /// It is durable and has been published.
    record Written(Message message) implements Receipt {}

    /// The nonce was known; nothing was written. The message that stands under it:
    record Repeated(MessageId first) implements Receipt {}
}
