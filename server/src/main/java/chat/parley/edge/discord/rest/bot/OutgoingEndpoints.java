package chat.parley.edge.discord.rest.bot;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.outgoing.Letter;
import chat.parley.bot.outgoing.OutgoingHook;
import chat.parley.bot.outgoing.OutgoingHooks;
import chat.parley.bot.outgoing.Told;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// To whom a guild tells its events, and what nobody took. Ours: Discord has no such thing.
public final class OutgoingEndpoints {
    private static final int EVENT_MAX_CHARS = 64;

    private final OutgoingHooks hooks;

    public OutgoingEndpoints(OutgoingHooks hooks) {
        this.hooks = hooks;
    }

    Reply list(Request request) {
        return Reply.json(hooks.in(request.caller(), guild(request)).stream()
                .map(OutgoingEndpoints::shape)
                .toList());
    }

    Reply create(Request request) {
        var body = Body.of(request);
        String url = ApplicationBody.url(body, "url", null);
        var events = events(body);
        body.check();
        if (url == null) {
            throw Refusal.required("url");
        }
        return Reply.json(201, withSecret(hooks.create(request.caller(), guild(request), url, events)));
    }

    Reply change(Request request) {
        var body = Body.of(request);
        String url = ApplicationBody.url(body, "url", null);
        var events = body.has("events") ? events(body) : null;
        body.check();
        return Reply.json(shape(hooks.change(request.caller(), guild(request), hook(request), url, events)));
    }

    Reply delete(Request request) {
        hooks.delete(request.caller(), guild(request), hook(request));
        return Reply.none();
    }

    /// Makes another secret, which is shown this once.
    Reply rotate(Request request) {
        return Reply.json(withSecret(hooks.rotate(request.caller(), guild(request), hook(request))));
    }

    Reply deliveries(Request request) {
        return Reply.json(hooks.latest(request.caller(), guild(request), hook(request)).stream()
                .map(OutgoingEndpoints::shape)
                .toList());
    }

    Reply dead(Request request) {
        return Reply.json(hooks.dead(request.caller(), guild(request), hook(request)).stream()
                .map(OutgoingEndpoints::shape)
                .toList());
    }

    Reply retry(Request request) {
        hooks.retry(request.caller(), guild(request), hook(request), letter(request));
        return Reply.none();
    }

    Reply discard(Request request) {
        hooks.discard(request.caller(), guild(request), hook(request), letter(request));
        return Reply.none();
    }

    private static List<String> events(Body body) {
        var events = body.texts("events", Told.EVENTS.size(), EVENT_MAX_CHARS).stream()
                .distinct()
                .toList();
        if (events.isEmpty() || !Told.EVENTS.containsAll(events)) {
            body.wrong("events", "BASE_TYPE_CHOICES", "Must be some of " + String.join(", ", Told.EVENTS) + ".");
        }
        return events;
    }

    private static Map<String, Object> shape(OutgoingHook it) {
        return Map.of(
                "id", it.id(),
                "guild_id", it.guild(),
                "url", it.url(),
                "events", it.events());
    }

    private static Map<String, Object> withSecret(OutgoingHook it) {
        var shown = new LinkedHashMap<>(shape(it));
        shown.put("secret", it.secret());
        return shown;
    }

    private static Map<String, Object> shape(Letter it) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("id", it.id());
        shape.put("event", it.event());
        shape.put("body", it.body());
        shape.put("attempts", it.attempts());
        shape.put("state", it.state().name().toLowerCase(Locale.ROOT));
        shape.put("outcome", it.outcome() == null ? "" : it.outcome());
        shape.put("created_at", it.createdAt());
        return shape;
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }

    private static EntityId hook(Request request) {
        return EntityId.of(request.path("hook"));
    }

    private static EntityId letter(Request request) {
        return EntityId.of(request.path("letter"));
    }
}
