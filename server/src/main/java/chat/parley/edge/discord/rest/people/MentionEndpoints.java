package chat.parley.edge.discord.rest.people;

import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.read.Inbox;

/// What called somebody lately.
public final class MentionEndpoints {
    private static final int PAGE = 25;

    private final Inbox inbox;
    private final MessageShapes shapes;

    public MentionEndpoints(Inbox inbox, MessageShapes shapes) {
        this.inbox = inbox;
        this.shapes = shapes;
    }

    /// Newest first.
    Reply list(Request request) {
        int limit = request.queryNumber("limit", 1, Limits.MENTIONS_PAGE_MAX, PAGE);
        String before = request.query("before");
        String guild = request.query("guild_id");
        var wish = new Inbox.Wish(
                before == null || before.isEmpty()
                        ? Long.MAX_VALUE
                        : MessageId.of(before).value(),
                guild == null || guild.isEmpty() ? 0 : MessageId.of(guild).value(),
                !"false".equals(request.query("everyone")),
                !"false".equals(request.query("roles")),
                limit);
        return Reply.json(
                shapes.all(inbox.of(request.caller(), wish), request.caller().id()));
    }

    Reply dismiss(Request request) {
        inbox.dismiss(request.caller(), MessageId.of(request.path("message")));
        return Reply.none();
    }
}
