package chat.parley.edge.discord.shape;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.message.rich.Cause;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's `interaction_metadata`.
///
/// @param name of the command, which our client shows
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CauseShape(
        EntityId id,
        int type,
        @Nullable String name,
        UserShape user,
        Map<String, String> authorizingIntegrationOwners,
        @Nullable MessageId interactedMessageId,
        @Nullable MessageId originalResponseMessageId,
        @Nullable CauseShape triggeringInteractionMetadata) {

    static CauseShape of(Cause cause, Function<UserId, UserShape> people) {
        return new CauseShape(
                cause.id(),
                cause.type(),
                cause.name(),
                people.apply(cause.user()),
                Map.of("0", Long.toString(cause.owners())),
                cause.on(),
                cause.origin(),
                cause.trigger() == null ? null : of(cause.trigger(), people));
    }

    /// The older `interaction` field, which only commands have.
    static @Nullable Map<String, Object> older(Cause cause, Function<UserId, UserShape> people) {
        return cause.name() == null
                ? null
                : Map.of(
                        "id", cause.id(),
                        "type", cause.type(),
                        "name", cause.name(),
                        "user", people.apply(cause.user()));
    }
}
