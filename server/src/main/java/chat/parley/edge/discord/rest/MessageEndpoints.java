package chat.parley.edge.discord.rest;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.DraftBody;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.History;
import chat.parley.message.Messages;
import chat.parley.message.Slice;
import org.jspecify.annotations.Nullable;

/// Messages over HTTP.
public final class MessageEndpoints {
    private static final int PAGE = 50;

    private final Messages messages;
    private final History history;
    private final MessageShapes shapes;

    public MessageEndpoints(Messages messages, History history, MessageShapes shapes) {
        this.messages = messages;
        this.history = history;
        this.shapes = shapes;
    }

    Reply list(Request request) {
        int limit = request.queryNumber("limit", 1, Limits.HISTORY_MAX, PAGE);
        var reader = request.caller();
        return Reply.json(shapes.all(history.of(reader, channel(request), slice(request), limit), reader.id()));
    }

    Reply one(Request request) {
        var quoted = history.one(request.caller(), channel(request), message(request));
        return Reply.json(shapes.of(quoted, Context.to(request.caller().id())));
    }

    Reply create(Request request) {
        var channel = channel(request);
        var posted = messages.post(request.caller(), channel, DraftBody.draft(request, channel));
        return Reply.json(shapes.of(posted, Context.toAuthor(request.caller().id())));
    }

    Reply edit(Request request) {
        var edited = messages.edit(request.caller(), channel(request), message(request), DraftBody.revision(request));
        return Reply.json(shapes.of(edited, Context.to(request.caller().id())));
    }

    Reply delete(Request request) {
        messages.delete(request.caller(), channel(request), message(request));
        return Reply.none();
    }

    Reply bulkDelete(Request request) {
        var body = Body.of(request);
        var ids = body.ids("messages", Limits.BULK_DELETE_MAX);
        body.check();
        messages.bulkDelete(
                request.caller(),
                channel(request),
                ids.stream().map(MessageId::new).toList());
        return Reply.none();
    }

    static ChannelId channel(Request request) {
        return ChannelId.of(request.path("channel"));
    }

    static MessageId message(Request request) {
        return MessageId.of(request.path("message"));
    }

    private static Slice slice(Request request) {
        var around = id(request, "around");
        var before = id(request, "before");
        var after = id(request, "after");
        if (around != null) {
            return new Slice.Around(around);
        }
        if (before != null) {
            return new Slice.Before(before);
        }
        return after == null ? new Slice.Newest() : new Slice.After(after);
    }

    /// Zero is a place to read from, though no id: clients page from the beginning with it.
    private static @Nullable MessageId id(Request request, String name) {
        String text = request.query(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        return text.equals("0") ? new MessageId(0) : MessageId.of(text);
    }
}
