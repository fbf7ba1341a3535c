package chat.parley.bot.outgoing;

import chat.parley.base.id.EntityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event on its way to one server.
///
/// @param attempts how often it was tried
/// @param failure what went wrong last
public record Letter(
        EntityId id,
        EntityId hook,
        String event,
        String body,
        int attempts,
        @Nullable String failure,
        Instant createdAt) {}
