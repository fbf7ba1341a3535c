package chat.parley.edge.discord.rest.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.voice.StageShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.voice.stage.Stage;
import chat.parley.voice.stage.Stages;

/// Stages go live and end.
public final class StageEndpoints {
    private static final int GUILD_ONLY = 2;

    private final Stages stages;

    public StageEndpoints(Stages stages) {
        this.stages = stages;
    }

    Reply open(Request request) {
        var body = Body.of(request);
        var channel = body.id("channel_id");
        if (channel == null) {
            body.wrong("channel_id", "BASE_TYPE_REQUIRED", "This field is required");
        }
        String topic = body.requiredText("topic", 1, Stage.TOPIC_MAX_CHARS);
        var event = body.id("guild_scheduled_event_id");
        privacy(body);
        body.check();
        var opened = stages.open(
                request.caller(),
                new ChannelId(channel == null ? 0 : channel),
                topic,
                event == null ? null : new EntityId(event));
        return Reply.json(StageShape.answer(opened));
    }

    Reply one(Request request) {
        return Reply.json(StageShape.answer(stages.one(request.caller(), channel(request))));
    }

    Reply change(Request request) {
        var body = Body.of(request);
        String topic = body.text("topic", 1, Stage.TOPIC_MAX_CHARS);
        privacy(body);
        body.check();
        return Reply.json(StageShape.answer(stages.change(request.caller(), channel(request), topic)));
    }

    Reply end(Request request) {
        stages.end(request.caller(), channel(request));
        return Reply.none();
    }

    /// Public stages (1) are Discord's past.
    private static void privacy(Body body) {
        var level = body.number("privacy_level", 1, GUILD_ONLY);
        if (level != null && level != GUILD_ONLY) {
            body.wrong("privacy_level", "BASE_TYPE_CHOICES", "Value must be one of {2}.");
        }
    }

    private static ChannelId channel(Request request) {
        return ChannelId.of(request.path("channel"));
    }
}
