package chat.parley.bot.interaction;

import chat.parley.base.bus.Event;
import chat.parley.base.id.UserId;
import chat.parley.message.Message;
import tools.jackson.databind.JsonNode;

/// What applications and the people who use them are told. Everything but [Used] is for one person alone.
public sealed interface InteractionEvent extends Event {

    /// For the application, and, in a word, for the person's client.
    record Used(Interaction it) implements InteractionEvent {}

    /// The application has answered, or has not in time.
    record Settled(Interaction it, boolean success) implements InteractionEvent {}

    record Offered(Interaction it, JsonNode choices) implements InteractionEvent {}

    record ModalShown(Interaction it, Answer.Modal modal) implements InteractionEvent {}

    /// A message that only this person sees appeared, changed or is gone.
    record Whispered(UserId to, Message message, Change change) implements InteractionEvent {}

    enum Change {
        POSTED,
        EDITED,
        DELETED
    }
}
