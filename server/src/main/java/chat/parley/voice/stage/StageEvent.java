package chat.parley.voice.stage;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;

/// What happens to stages. Published in the order of the guild's other events.
public sealed interface StageEvent extends Event {
    Stage stage();

    default GuildId guild() {
        return stage().guild();
    }

    record Created(Stage stage) implements StageEvent {}

    record Updated(Stage stage) implements StageEvent {}

    record Deleted(Stage stage) implements StageEvent {}
}
