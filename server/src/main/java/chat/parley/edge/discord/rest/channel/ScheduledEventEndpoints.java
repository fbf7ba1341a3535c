package chat.parley.edge.discord.rest.channel;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Id;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.channel.event.ScheduledEvent;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.thread.ScheduledEventShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a community plans.
public final class ScheduledEventEndpoints {
    private static final int PAGE = 100;

    private final ScheduledEvents events;
    private final Users users;

    public ScheduledEventEndpoints(ScheduledEvents events, Users users) {
        this.events = events;
        this.users = users;
    }

    Reply list(Request request) {
        var found = events.in(request.caller(), GuildEndpoints.id(request));
        return Reply.json(shapes(request, found));
    }

    Reply one(Request request) {
        var event = events.one(request.caller(), GuildEndpoints.id(request), id(request));
        return Reply.json(shapes(request, List.of(event)).getFirst());
    }

    Reply create(Request request) {
        var body = Body.of(request);
        var plan = plan(body, null);
        body.check();
        return shown(events.create(request.caller(), GuildEndpoints.id(request), plan));
    }

    Reply change(Request request) {
        var body = Body.of(request);
        return shown(events.change(request.caller(), GuildEndpoints.id(request), id(request), before -> {
            var plan = plan(body, before.plan());
            var status = status(body, before.status());
            body.check();
            return before.with(plan, status);
        }));
    }

    Reply delete(Request request) {
        events.delete(request.caller(), GuildEndpoints.id(request), id(request));
        return Reply.none();
    }

    Reply interested(Request request) {
        var event = id(request);
        int limit = request.queryNumber("limit", 1, PAGE, PAGE);
        String text = request.query("after");
        var after = text == null || text.isEmpty() || text.equals("0") ? new UserId(0) : UserId.of(text);
        var found = events.interested(request.caller(), GuildEndpoints.id(request), event, after, limit);
        var known = users.all(found);
        return Reply.json(found.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(it -> Map.of(
                        "guild_scheduled_event_id", event, "user_id", it.id(), "user", UserShape.of(it), "response", 1))
                .toList());
    }

    Reply join(Request request) {
        events.interest(request.caller(), GuildEndpoints.id(request), id(request), true);
        return Reply.json(Map.of(
                "guild_scheduled_event_id",
                id(request),
                "user_id",
                request.caller().id()));
    }

    Reply leave(Request request) {
        events.interest(request.caller(), GuildEndpoints.id(request), id(request), false);
        return Reply.none();
    }

    private List<ScheduledEventShape> shapes(Request request, List<ScheduledEvent> found) {
        boolean counted = request.queryFlag("with_user_count");
        var counts = counted ? events.counts(found) : Map.<EntityId, Integer>of();
        return found.stream()
                .map(it -> ScheduledEventShape.of(it, counted ? counts.getOrDefault(it.id(), 0) : null))
                .toList();
    }

    private static Reply shown(ScheduledEvent event) {
        return Reply.json(ScheduledEventShape.of(event, null));
    }

    private static EntityId id(Request request) {
        return new EntityId(Id.parse(request.path("event")));
    }

    private static ScheduledEvent.Plan plan(Body body, ScheduledEvent.@Nullable Plan before) {
        var kind = kind(body, before);
        var metadata = body.object("entity_metadata");
        String place = metadata == null ? null : metadata.text("location", 1, Limits.EVENT_LOCATION_MAX_CHARS);
        var channel = body.id("channel_id");
        boolean elsewhere = kind == ScheduledEvent.Kind.EXTERNAL;
        return new ScheduledEvent.Plan(
                kind,
                before == null || body.has("name")
                        ? body.requiredText("name", 1, Limits.CHANNEL_NAME_MAX_CHARS)
                        : before.name(),
                before == null || body.has("description")
                        ? body.text("description", 0, Limits.EVENT_DESCRIPTION_MAX_CHARS)
                        : before.description(),
                elsewhere
                        ? null
                        : channel == null ? (before == null ? null : before.channel()) : new ChannelId(channel),
                elsewhere ? (place == null && before != null ? before.location() : place) : null,
                start(body, before),
                body.has("scheduled_end_time") || before == null ? time(body, "scheduled_end_time") : before.endsAt());
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

    private static ScheduledEvent.Status status(Body body, ScheduledEvent.Status before) {
        var number = body.number("status", 1, ScheduledEvent.Status.values().length);
        return number == null ? before : ScheduledEvent.Status.of(number);
    }

    private static @Nullable Instant time(Body body, String field) {
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
}
