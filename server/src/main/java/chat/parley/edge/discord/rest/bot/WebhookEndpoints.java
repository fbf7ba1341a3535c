package chat.parley.edge.discord.rest.bot;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.bot.webhook.Webhook;
import chat.parley.bot.webhook.Webhooks;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.bot.WebhookShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Making, listing, changing and deleting webhooks, with a right or with the token.
public final class WebhookEndpoints {
    private final Webhooks webhooks;
    private final Users users;

    public WebhookEndpoints(Webhooks webhooks, Users users) {
        this.webhooks = webhooks;
        this.users = users;
    }

    Reply create(Request request) {
        var body = Body.of(request);
        String name = body.requiredText("name", 1, Limits.WEBHOOK_NAME_MAX_CHARS);
        body.check();
        return shown(webhooks.create(request.caller(), ChannelId.of(request.path("channel")), name));
    }

    Reply ofChannel(Request request) {
        return shown(webhooks.in(request.caller(), ChannelId.of(request.path("channel"))));
    }

    Reply ofGuild(Request request) {
        return shown(webhooks.in(request.caller(), GuildId.of(request.path("guild"))));
    }

    Reply one(Request request) {
        return shown(webhooks.one(request.caller(), id(request)));
    }

    Reply change(Request request) {
        var body = Body.of(request);
        String name = body.text("name", 1, Limits.WEBHOOK_NAME_MAX_CHARS);
        var channel = body.id("channel_id");
        body.check();
        return shown(
                webhooks.change(request.caller(), id(request), name, channel == null ? null : new ChannelId(channel)));
    }

    Reply delete(Request request) {
        webhooks.delete(request.caller(), id(request));
        return Reply.none();
    }

    Reply oneByToken(Request request) {
        return Reply.json(WebhookShape.of(withToken(request), null));
    }

    Reply changeByToken(Request request) {
        var webhook = withToken(request);
        var body = Body.of(request);
        String name = body.text("name", 1, Limits.WEBHOOK_NAME_MAX_CHARS);
        body.check();
        return Reply.json(WebhookShape.of(webhooks.rename(webhook, name), null));
    }

    Reply deleteByToken(Request request) {
        webhooks.delete(withToken(request));
        return Reply.none();
    }

    private Webhook withToken(Request request) {
        return webhooks.withToken(id(request), request.path("token"));
    }

    private Reply shown(Webhook it) {
        return Reply.json(WebhookShape.of(it, creator(it)));
    }

    private Reply shown(List<Webhook> all) {
        var creators = users.all(all.stream()
                .map(Webhook::creator)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Reply.json(all.stream()
                .map(it -> WebhookShape.of(it, it.creator() == null ? null : creators.get(it.creator())))
                .toList());
    }

    private @Nullable User creator(Webhook it) {
        UserId creator = it.creator();
        return creator == null ? null : users.find(creator).orElse(null);
    }

    private static EntityId id(Request request) {
        return EntityId.of(request.path("webhook"));
    }
}
