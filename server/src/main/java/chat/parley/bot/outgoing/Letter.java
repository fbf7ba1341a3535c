package chat.parley.bot.outgoing;

import chat.parley.base.id.EntityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event on its way to one server.
///
/// @param state whether it waits, was taken, or was given up
/// @param attempts how often it was tried
/// @param outcome of the last attempt: a status or what went wrong; absent before the first
public record Letter(
        EntityId id,
        EntityId hook,
        String event,
        String body,
        State state,
        int attempts,
        @Nullable String outcome,
        Instant createdAt) {

    public enum State {
        WAITING,
        TAKEN,
        DEAD
    }
}
