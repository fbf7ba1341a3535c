package chat.parley.edge.discord.shape.thread;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.channel.event.ScheduledEvent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's scheduled event.
///
/// @param userCount only where it is asked for
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ScheduledEventShape(
        EntityId id,
        GuildId guildId,
        UserId creatorId,
        int status,
        @JsonUnwrapped Plan plan,
        @JsonUnwrapped More more,
        @Nullable Integer userCount) {
    private static final int GUILD_ONLY = 2;

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Plan(
            String name,
            @JsonInclude(ALWAYS) @Nullable String description,
            @JsonInclude(ALWAYS) @Nullable ChannelId channelId,
            Instant scheduledStartTime,
            @JsonInclude(ALWAYS) @Nullable Instant scheduledEndTime,
            int entityType,
            @JsonInclude(ALWAYS) @Nullable Map<String, String> entityMetadata) {}

    /// @param entityId no event here has one
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record More(
            int privacyLevel,
            @JsonInclude(ALWAYS) @Nullable String image,
            @JsonInclude(ALWAYS) @Nullable String entityId,
            @JsonInclude(ALWAYS) @Nullable RecurrenceShape recurrenceRule,
            List<String> guildScheduledEventExceptions) {}

    public static ScheduledEventShape of(ScheduledEvent event, @Nullable Integer users) {
        var plan = event.plan();
        return new ScheduledEventShape(
                event.id(),
                event.guild(),
                event.creator(),
                event.status().number(),
                new Plan(
                        plan.name(),
                        plan.description(),
                        plan.channel(),
                        plan.startsAt(),
                        plan.endsAt(),
                        plan.kind().number(),
                        plan.location() == null ? null : Map.of("location", plan.location())),
                new More(GUILD_ONLY, plan.image(), null, RecurrenceShape.of(plan.recurrence()), List.of()),
                users);
    }
}
