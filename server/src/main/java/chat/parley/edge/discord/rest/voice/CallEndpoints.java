package chat.parley.edge.discord.rest.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.voice.call.Calls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Ringing in conversations.
public final class CallEndpoints {
    private final Calls calls;

    public CallEndpoints(Calls calls) {
        this.calls = calls;
    }

    /// Whether the caller may ring here; refused when not.
    Reply one(Request request) {
        calls.ringable(request.caller(), channel(request));
        return Reply.json(Map.of("ringable", true));
    }

    Reply ring(Request request) {
        calls.ring(request.caller(), channel(request), recipients(request));
        return Reply.none();
    }

    Reply stopRinging(Request request) {
        calls.hush(request.caller(), channel(request), recipients(request));
        return Reply.none();
    }

    private static @Nullable List<UserId> recipients(Request request) {
        var body = Body.of(request);
        var ids = body.ids("recipients", Limits.GROUP_PEOPLE_MAX);
        body.check();
        return body.has("recipients") && !body.isNull("recipients")
                ? ids.stream().map(UserId::new).toList()
                : null;
    }

    private static ChannelId channel(Request request) {
        return ChannelId.of(request.path("channel"));
    }
}
