package chat.parley.edge.discord.rest.schedule;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.Id;
import chat.parley.channel.event.ScheduledEvent;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.edge.discord.rest.GuildEndpoints;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.PictureField;
import chat.parley.edge.discord.shape.thread.ScheduledEventShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import java.util.List;
import java.util.Map;

/// What a community plans.
public final class ScheduledEventEndpoints {
    private final ScheduledEvents events;
    private final Portraits portraits;

    public ScheduledEventEndpoints(ScheduledEvents events, Portraits portraits) {
        this.events = events;
        this.portraits = portraits;
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
        var guild = GuildEndpoints.id(request);
        events.requireMayCreate(request.caller(), guild);
        var body = Body.of(request);
        var plan = EventBody.plan(body, null);
        body.check();
        var id = events.newId();
        var image = PictureField.of(body, "image", portraits, PortraitKind.EVENT_COVER, id.text());
        body.check();
        return shown(events.create(request.caller(), guild, id, EventBody.covered(plan, image)));
    }

    Reply change(Request request) {
        var guild = GuildEndpoints.id(request);
        var id = id(request);
        var now = events.requireMayChange(request.caller(), guild, id);
        var body = Body.of(request);
        EventBody.plan(body, now.plan());
        EventBody.status(body, now.status());
        body.check();
        var image = PictureField.of(body, "image", portraits, PortraitKind.EVENT_COVER, id.text());
        body.check();
        return shown(events.change(request.caller(), guild, id, before -> {
            var plan = EventBody.covered(EventBody.plan(body, before.plan()), image);
            return before.with(plan, EventBody.status(body, before.status()));
        }));
    }

    Reply delete(Request request) {
        events.delete(request.caller(), GuildEndpoints.id(request), id(request));
        return Reply.none();
    }

    static EntityId id(Request request) {
        return new EntityId(Id.parse(request.path("event")));
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
}
