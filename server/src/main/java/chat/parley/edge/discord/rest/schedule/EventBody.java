package chat.parley.edge.discord.rest.schedule;

import chat.parley.account.Field;
import chat.parley.base.id.ChannelId;
import chat.parley.base.limit.Limits;
import chat.parley.channel.event.Recurrence;
import chat.parley.channel.event.ScheduledEvent;
import chat.parley.edge.discord.rest.body.Body;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Reads what a request says of an event.
final class EventBody {
    private static final int GUILD_ONLY = 2;

    private EventBody() {}

    /// @param before absent for a new one
    static ScheduledEvent.Plan plan(Body body, ScheduledEvent.@Nullable Plan before) {
        var kind = kind(body, before);
        body.number("privacy_level", GUILD_ONLY, GUILD_ONLY);
        var metadata = body.object("entity_metadata");
        String place = metadata == null ? null : metadata.text("location", 1, Limits.EVENT_LOCATION_MAX_CHARS);
        boolean elsewhere = kind == ScheduledEvent.Kind.EXTERNAL;
        var start = start(body, before);
        return new ScheduledEvent.Plan(
                kind,
                before == null || body.has("name")
                        ? body.requiredText("name", 1, Limits.CHANNEL_NAME_MAX_CHARS)
                        : before.name(),
                before == null || body.has("description")
                        ? body.text("description", 0, Limits.EVENT_DESCRIPTION_MAX_CHARS)
                        : before.description(),
                elsewhere ? null : channel(body, before),
                elsewhere ? (place == null && before != null ? before.location() : place) : null,
                start,
                body.has("scheduled_end_time") || before == null ? time(body, "scheduled_end_time") : before.endsAt(),
                before == null ? null : before.image(),
                recurrence(body, before, start));
    }

    /// With the cover as a request changed it.
    static ScheduledEvent.Plan covered(ScheduledEvent.Plan plan, Field<String> image) {
        return new ScheduledEvent.Plan(
                plan.kind(),
                plan.name(),
                plan.description(),
                plan.channel(),
                plan.location(),
                plan.startsAt(),
                plan.endsAt(),
                image.or(plan.image()),
                plan.recurrence());
    }

    static ScheduledEvent.Status status(Body body, ScheduledEvent.Status before) {
        var number = body.number("status", 1, ScheduledEvent.Status.values().length);
        return number == null ? before : ScheduledEvent.Status.of(number);
    }

    static @Nullable Instant time(Body body, String field) {
        String text = body.text(field, 0, Limits.CHANNEL_NAME_MAX_CHARS);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            body.wrong(field, "DATE_TIME_TYPE_PARSE", "Could not parse the time.");
            return null;
        }
    }

    private static @Nullable ChannelId channel(Body body, ScheduledEvent.@Nullable Plan before) {
        var channel = body.id("channel_id");
        if (channel != null) {
            return new ChannelId(channel);
        }
        return before == null ? null : before.channel();
    }

    /// What recurs and is put off recurs from the new time on.
    private static @Nullable Recurrence recurrence(Body body, ScheduledEvent.@Nullable Plan before, Instant start) {
        if (before == null || body.has("recurrence_rule")) {
            return RecurrenceBody.of(body);
        }
        var rule = before.recurrence();
        return rule == null || start.equals(before.startsAt()) ? rule : rule.from(start);
    }

    private static Instant start(Body body, ScheduledEvent.@Nullable Plan before) {
        var start = time(body, "scheduled_start_time");
        if (start != null) {
            return start;
        }
        if (before == null) {
            body.requiredText("scheduled_start_time", 1, Limits.CHANNEL_NAME_MAX_CHARS);
        }
        return before == null ? Instant.EPOCH : before.startsAt();
    }

    private static ScheduledEvent.Kind kind(Body body, ScheduledEvent.@Nullable Plan before) {
        var number = body.number("entity_type", 1, ScheduledEvent.Kind.values().length);
        if (number != null) {
            return ScheduledEvent.Kind.of(number);
        }
        if (before == null) {
            body.requiredText("entity_type", 1, 1);
        }
        return before == null ? ScheduledEvent.Kind.EXTERNAL : before.kind();
    }
}
