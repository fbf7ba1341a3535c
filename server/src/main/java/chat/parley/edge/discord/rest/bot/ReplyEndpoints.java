package chat.parley.edge.discord.rest.bot;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.bot.interaction.Interaction;
import chat.parley.bot.interaction.Replies;
import chat.parley.edge.discord.rest.body.DraftBody;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.MessageShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Applications answer interactions. The token in the path is all they show.
public final class ReplyEndpoints {
    private final Replies replies;
    private final MessageShapes shapes;

    public ReplyEndpoints(Replies replies, MessageShapes shapes) {
        this.replies = replies;
        this.shapes = shapes;
    }

    Reply callback(Request request) {
        var id = EntityId.of(request.path("interaction"));
        String token = request.path("token");
        var interaction = replies.of(id, token);
        var outcome = replies.answer(
                id, token, CallbackBody.read(MessageForm.of(request).body(), interaction));
        return request.queryFlag("with_response") ? Reply.json(response(outcome)) : Reply.none();
    }

    Reply followUp(Request request, Interaction to) {
        var body = MessageForm.of(request).body();
        boolean ephemeral = CallbackBody.ephemeral(body);
        var draft = DraftBody.draft(body, to.place().channel(), Extras.NONE);
        return shown(replies.followUp(to.application(), to.token(), draft, ephemeral));
    }

    Reply one(Request request, Interaction to) {
        return shown(replies.one(to.application(), to.token(), message(request)));
    }

    Reply edit(Request request, Interaction to) {
        var revision = DraftBody.revision(MessageForm.of(request).body(), null);
        return shown(replies.edit(to.application(), to.token(), message(request), revision));
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

    private static @Nullable MessageId message(Request request) {
        String id = request.path("message");
        return id.equals("@original") ? null : MessageId.of(id);
    }
}
