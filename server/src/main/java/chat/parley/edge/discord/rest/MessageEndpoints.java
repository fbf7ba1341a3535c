package chat.parley.edge.discord.rest;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.channel.Channels;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.DraftBody;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.MessageShapes.Context;
import chat.parley.edge.discord.shape.page.MessagePages;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.Attachment;
import chat.parley.message.Extras;
import chat.parley.message.History;
import chat.parley.message.Messages;
import chat.parley.message.Slice;
import chat.parley.message.rich.Origin;
import chat.parley.message.rich.Sticker;
import chat.parley.permission.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages over HTTP.
public final class MessageEndpoints {
    private static final int PAGE = 50;

    private final Messages messages;
    private final History history;
    private final Channels channels;
    private final Filing filing;
    private final MessageShapes shapes;
    private final MessagePages pages;

    public MessageEndpoints(
            Messages messages,
            History history,
            Channels channels,
            Filing filing,
            MessageShapes shapes,
            MessagePages pages) {
        this.messages = messages;
        this.history = history;
        this.channels = channels;
        this.filing = filing;
        this.shapes = shapes;
        this.pages = pages;
    }

    Reply list(Request request) {
        int limit = request.queryNumber("limit", 1, Limits.HISTORY_MAX, PAGE);
        var reader = request.caller();
        return Reply.encoded(200, pages.of(history.of(reader, channel(request), slice(request), limit), reader.id()));
    }

    Reply one(Request request) {
        var quoted = history.one(request.caller(), channel(request), message(request));
        return Reply.json(shapes.of(quoted, Context.to(request.caller().id())));
    }

    Reply create(Request request) {
        var channel = channel(request);
        var caller = request.caller();
        var form = MessageForm.of(request);
        if (Filing.brings(form)) {
            channels.seenBy(caller, channel).requiring(Permission.ATTACH_FILES);
        }
        var carried = carried(request, form.body()).showing(stickers(form.body(), request));
        var posted = filing.posting(
                form,
                caller.id(),
                channel,
                carried.snapshot() == null ? List.of() : carried.snapshot().attachments(),
                files -> messages.post(
                        caller, channel, DraftBody.draft(form.body(), channel, carried.with(files), filing.now())));
        return Reply.json(shapes.of(posted, Context.toAuthor(request.caller().id())));
    }

    /// What a forward takes from the message elsewhere; nothing when it is none.
    private Extras carried(Request request, Body body) {
        var from = DraftBody.forwarded(body);
        if (from == null || from.message() == null) {
            return Extras.NONE;
        }
        var source = channels.seenBy(request.caller(), from.channel()).channel();
        var taken = history.snapshot(request.caller(), from.channel(), from.message());
        var guild = source.kind().isPrivate() ? null : source.guild();
        var shown = filing.carrying(taken, from.channel(), request.caller().id(), channel(request));
        return Extras.NONE.from(new Origin(Origin.FORWARD, guild, from.channel(), from.message()), shown);
    }

    Reply edit(Request request) {
        var caller = request.caller();
        var channel = channel(request);
        var id = message(request);
        var form = MessageForm.of(request);
        var before = List.<Attachment>of();
        if (Filing.names(form)) {
            before = history.one(caller, channel, id).message().extras().attachments();
        }
        if (!form.files().isEmpty()) {
            channels.seenBy(caller, channel).requiring(Permission.ATTACH_FILES);
        }
        var edited = filing.revising(
                form,
                caller.id(),
                channel,
                before,
                files -> messages.edit(caller, channel, id, DraftBody.revision(form.body(), files)));
        return Reply.json(shapes.of(edited, Context.to(caller.id())));
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

    /// The stickers that the message shows.
    private List<Sticker> stickers(Body body, Request request) {
        var wanted = body.ids("sticker_ids", Limits.STICKERS_PER_MESSAGE_MAX);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var access = channels.seenBy(request.caller(), channel(request));
        return messages.expressing().stickers(access, wanted);
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
