package chat.parley.edge.discord.rest.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.refusal.Refusal;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.announcement.Announcements;
import java.util.Map;

/// Following announcement channels and publishing in them.
public final class AnnouncementEndpoints {
    private final Announcements announcements;
    private final MessageShapes shapes;

    public AnnouncementEndpoints(Announcements announcements, MessageShapes shapes) {
        this.announcements = announcements;
        this.shapes = shapes;
    }

    Reply follow(Request request) {
        var body = Body.of(request);
        var target = body.id("webhook_channel_id");
        body.check();
        if (target == null) {
            throw Refusal.required("webhook_channel_id");
        }
        var source = ChannelEndpoints.id(request);
        var webhook = announcements.follow(request.caller(), source, new ChannelId(target));
        return Reply.json(Map.of("channel_id", source, "webhook_id", webhook));
    }

    Reply publish(Request request) {
        var published = announcements.publish(
                request.caller(), ChannelEndpoints.id(request), MessageId.of(request.path("message")));
        return Reply.json(shapes.of(published, Context.to(request.caller().id())));
    }
}
