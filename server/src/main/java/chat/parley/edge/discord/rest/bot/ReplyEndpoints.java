package chat.parley.edge.discord.rest.bot;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.interaction.Interaction;
import chat.parley.bot.interaction.Replies;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.DraftBody;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.MessageShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.Attachment;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Applications answer interactions. The token in the path is all they show.
public final class ReplyEndpoints {
    private final Replies replies;
    private final Filing filing;
    private final MessageShapes shapes;

    public ReplyEndpoints(Replies replies, Filing filing, MessageShapes shapes) {
        this.replies = replies;
        this.filing = filing;
        this.shapes = shapes;
    }

    Reply callback(Request request) {
        var id = EntityId.of(request.path("interaction"));
        String token = request.path("token");
        var interaction = replies.of(id, token);
        var form = MessageForm.of(request);
        var outcome = answered(interaction, form.body(), filed(form));
        return request.queryFlag("with_response") ? Reply.json(response(outcome)) : Reply.none();
    }

    /// Also for what an application's own server answers.
    Replies.Outcome answered(Interaction to, Body body, MessageForm data) {
        var outcome = new AtomicReference<Replies.@Nullable Outcome>();
        if (!Filing.brings(data)) {
            return replies.answer(to.id(), to.token(), CallbackBody.read(body, to, null, filing.now()));
        }
        if (CallbackBody.ephemeral(data.body())) {
            var files = filing.kept(data, to.application(), to.place().channel());
            return replies.answer(to.id(), to.token(), CallbackBody.read(body, to, files, filing.now()));
        }
        filing.posting(data, to.application(), to.place().channel(), files -> {
            var said = replies.answer(to.id(), to.token(), CallbackBody.read(body, to, files, filing.now()));
            outcome.set(said);
            if (said.message() == null) {
                throw Refusal.invalid("data", "BASE_TYPE_CHOICES", "This answer has no files.");
            }
            return said.message();
        });
        return Objects.requireNonNull(outcome.get());
    }

    Reply followUp(Request request, Interaction to) {
        var form = MessageForm.of(request);
        var place = to.place().channel();
        if (CallbackBody.ephemeral(form.body())) {
            var files = filing.kept(form, to.application(), place);
            var draft = DraftBody.draft(form.body(), place, Extras.NONE.with(files), filing.now());
            return shown(replies.followUp(to.application(), to.token(), draft, true));
        }
        return shown(filing.posting(form, to.application(), place, files -> {
            var draft = DraftBody.draft(form.body(), place, Extras.NONE.with(files), filing.now());
            return replies.followUp(to.application(), to.token(), draft, false);
        }));
    }

    Reply one(Request request, Interaction to) {
        return shown(replies.one(to.application(), to.token(), message(request)));
    }

    Reply edit(Request request, Interaction to) {
        var form = MessageForm.of(request);
        var id = message(request);
        var before = Filing.names(form)
                ? replies.one(to.application(), to.token(), id)
                        .message()
                        .extras()
                        .attachments()
                : List.<Attachment>of();
        return shown(filing.revising(
                form,
                to.application(),
                to.place().channel(),
                before,
                files -> replies.edit(to.application(), to.token(), id, DraftBody.revision(form.body(), files))));
    }

    Reply delete(Request request, Interaction to) {
        replies.delete(to.application(), to.token(), message(request));
        return Reply.none();
    }

    private Map<String, Object> response(Replies.Outcome outcome) {
        var interaction = outcome.interaction();
        var response = new LinkedHashMap<String, Object>();
        var about = new LinkedHashMap<String, Object>();
        about.put("id", interaction.id());
        about.put("type", interaction.kind().number());
        about.put("channel_id", interaction.place().channel());
        if (!interaction.place().conversation()) {
            about.put("guild_id", interaction.place().guild());
        }
        response.put("interaction", about);
        var message = outcome.message();
        if (message != null) {
            int flags = message.message().flags();
            about.put("response_message_id", message.message().id());
            about.put("response_message_loading", (flags & Message.LOADING) != 0);
            about.put("response_message_ephemeral", (flags & Message.EPHEMERAL) != 0);
            response.put("resource", Map.of("type", resource(interaction, message), "message", shape(message)));
        }
        return response;
    }

    /// Discord's number of the kind of answer that it was.
    private static int resource(Interaction interaction, Quoted message) {
        var on = interaction.on();
        if (on != null && on.id().equals(message.message().id())) {
            return 7;
        }
        return (message.message().flags() & Message.LOADING) != 0 ? 5 : 4;
    }

    private Reply shown(Quoted message) {
        return Reply.json(shape(message));
    }

    private MessageShape shape(Quoted message) {
        return shapes.of(
                message,
                MessageShapes.Context.to(new UserId(message.message().author().value())));
    }

    /// The files of a callback belong to its `data`.
    static MessageForm filed(MessageForm form) {
        var data = form.body().object("data");
        return new MessageForm(data == null ? form.body() : data, form.files());
    }

    private static @Nullable MessageId message(Request request) {
        String id = request.path("message");
        return id.equals("@original") ? null : MessageId.of(id);
    }
}
