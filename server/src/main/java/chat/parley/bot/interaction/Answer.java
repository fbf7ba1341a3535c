package chat.parley.bot.interaction;

import chat.parley.message.Draft;
import chat.parley.message.Revision;
import chat.parley.message.rich.Components;
import tools.jackson.databind.JsonNode;

/// What an application says to an interaction, first of all.
public sealed interface Answer {

    /// A message.
    record Reply(Draft draft, boolean ephemeral) implements Answer {}

    /// A message will follow.
    record Later(boolean ephemeral) implements Answer {}

    /// The message with the component will change, perhaps.
    record UpdateLater() implements Answer {}

    /// The message with the component changes.
    record Update(Revision revision) implements Answer {}

    /// What can be chosen for the option that is being written.
    record Choices(JsonNode choices) implements Answer {}

    /// A form to fill in.
    record Modal(String customId, String title, Components components) implements Answer {}
}
