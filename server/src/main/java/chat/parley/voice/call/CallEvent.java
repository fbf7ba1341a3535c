package chat.parley.voice.call;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;

/// What happens to calls. Published in the order of the conversation's other events.
public sealed interface CallEvent extends Event {
    Call call();

    default GuildId guild() {
        return call().conversation();
    }

    record Began(Call call) implements CallEvent {}

    record Changed(Call call) implements CallEvent {}

    record Ended(Call call) implements CallEvent {}
}
