package chat.parley.edge.discord.rest.bot;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.bot.webhook.Webhook;
import chat.parley.bot.webhook.WebhookVoice;
import chat.parley.bot.webhook.Webhooks;
import chat.parley.channel.Channel;
import chat.parley.channel.thread.ThreadDraft;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.DraftBody;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Webhooks write: in our form, in Slack's and in GitHub's.
public final class HookEndpoints {
    private final Webhooks webhooks;
    private final WebhookVoice voice;
    private final Filing filing;
    private final MessageShapes shapes;

    public HookEndpoints(Webhooks webhooks, WebhookVoice voice, Filing filing, MessageShapes shapes) {
        this.webhooks = webhooks;
        this.voice = voice;
        this.filing = filing;
        this.shapes = shapes;
    }

    Reply execute(Request request) {
        var webhook = webhook(request);
        var form = MessageForm.of(request);
        var said = say(request, webhook, place(request, webhook), form);
        return request.queryFlag("wait") ? shown(said) : Reply.none();
    }

    Reply slack(Request request) {
        var webhook = webhook(request);
        post(request, webhook, ForeignHooks.slack(MessageForm.of(request).body()));
        return Reply.json("ok");
    }

    /// Events of which there is nothing to tell are taken in silence.
    Reply github(Request request) {
        var webhook = webhook(request);
        String event = request.headers().get("X-GitHub-Event", "");
        var told = ForeignHooks.github(event, MessageForm.of(request).body().tree());
        if (told != null) {
            post(request, webhook, told);
        }
        return Reply.none();
    }

    Reply one(Request request) {
        var webhook = webhook(request);
        return shown(voice.one(webhook, place(request, webhook), message(request)));
    }

    Reply edit(Request request) {
        var webhook = webhook(request);
        var place = place(request, webhook);
        var id = message(request);
        var before = voice.one(webhook, place, id).message().extras().attachments();
        var form = MessageForm.of(request);
        return shown(filing.revising(
                form,
                webhook.author(),
                place.id(),
                before,
                files -> voice.edit(webhook, place, id, DraftBody.revision(form.body(), files))));
    }

    Reply delete(Request request) {
        var webhook = webhook(request);
        voice.delete(webhook, place(request, webhook), message(request));
        return Reply.none();
    }

    private void post(Request request, Webhook webhook, ObjectNode body) {
        say(request, webhook, place(request, webhook), new MessageForm(Body.of(body), List.of()));
    }

    private Quoted say(Request request, Webhook webhook, Channel place, MessageForm form) {
        var body = form.body();
        String name = body.text("username", 1, Limits.WEBHOOK_NAME_MAX_CHARS);
        String picture = ApplicationBody.url(body, "avatar_url", null);
        if (webhook.application() == null && !request.queryFlag("with_components")) {
            // As Discord does: what a program did not ask to be shown is left out, links and layout included.
            body.without("components");
        }
        if (webhook.application() == null && acts(body)) {
            body.wrong("components", "WEBHOOK_COMPONENTS_NOT_OWNED", "Only webhooks of applications have components.");
        }
        var thread = thread(body, place);
        body.check();
        var persona = webhook.persona(name, picture);
        return filing.posting(form, webhook.author(), place.id(), files -> {
            var draft = DraftBody.draft(body, place.id(), Extras.NONE.with(files), filing.now());
            return thread == null
                    ? voice.say(webhook, place, persona, draft)
                    : voice.post(webhook, place, thread, persona, draft);
        });
    }

    /// In a forum whatever is said begins a post, and so needs its name.
    private static @Nullable ThreadDraft thread(Body body, Channel place) {
        String name = body.text("thread_name", 1, Limits.CHANNEL_NAME_MAX_CHARS);
        var tags = body.ids("applied_tags", Limits.THREAD_TAGS_MAX);
        if (!place.kind().holdsPosts()) {
            if (name != null) {
                throw Refusal.unfit(Refusal.Why.POST_OUTSIDE_A_FORUM);
            }
            return null;
        }
        if (name == null) {
            body.check();
            throw Refusal.unfit(Refusal.Why.POST_WITHOUT_A_NAME);
        }
        return new ThreadDraft(Channel.Kind.PUBLIC_THREAD, name, null, null, true, tags);
    }

    /// Whether somebody could use a component of it.
    private static boolean acts(Body body) {
        return body.tree().path("components").findValue("custom_id") != null;
    }

    private Webhook webhook(Request request) {
        return webhooks.withToken(EntityId.of(request.path("webhook")), request.path("token"));
    }

    private Channel place(Request request, Webhook webhook) {
        String thread = request.query("thread_id");
        return voice.place(webhook, thread == null ? null : ChannelId.of(thread));
    }

    private static MessageId message(Request request) {
        String id = request.path("message");
        if (id.equals("@original")) {
            throw Refusal.unknown(Refusal.Thing.MESSAGE);
        }
        return MessageId.of(id);
    }

    private Reply shown(Quoted quoted) {
        Message message = quoted.message();
        return Reply.json(shapes.of(quoted, MessageShapes.Context.to(message.author())));
    }
}
