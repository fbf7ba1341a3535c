package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Field;
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
import chat.parley.edge.discord.rest.body.PictureField;
import chat.parley.edge.discord.shape.bot.WebhookShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Making, listing, changing and deleting webhooks, with a right or with the token.
public final class WebhookEndpoints {
    private final Webhooks webhooks;
    private final Users users;
    private final Portraits portraits;

    public WebhookEndpoints(Webhooks webhooks, Users users, Portraits portraits) {
        this.webhooks = webhooks;
        this.users = users;
        this.portraits = portraits;
    }

    Reply create(Request request) {
        var body = Body.of(request);
        String name = body.requiredText("name", 1, Limits.WEBHOOK_NAME_MAX_CHARS);
        body.check();
        var channel = ChannelId.of(request.path("channel"));
        String text = body.text("avatar", 0, Limits.CONTENT_IN_MEMORY_MAX_BYTES);
        Portraits.Ready picture = null;
        if (text != null && !text.isEmpty()) {
            // Asks for the right before a picture is read.
            webhooks.in(request.caller(), channel);
            picture = portraits.read("avatar", text, Limits.PORTRAIT_MAX_BYTES);
        }
        var made = webhooks.create(request.caller(), channel, name);
        if (picture == null) {
            return shown(made);
        }
        String hash = portraits.keep(PortraitKind.AVATAR, made.id().text(), picture);
        return shown(webhooks.change(request.caller(), made.id(), null, Field.of(hash), null));
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
        var before = webhooks.one(request.caller(), id(request));
        var avatar = avatar(body, before);
        var to = channel == null ? null : new ChannelId(channel);
        return shown(webhooks.change(request.caller(), id(request), name, avatar, to));
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
        return Reply.json(WebhookShape.of(webhooks.rename(webhook, name, avatar(body, webhook)), null));
    }

    Reply deleteByToken(Request request) {
        webhooks.delete(withToken(request));
        return Reply.none();
    }

    private Field<String> avatar(Body body, Webhook of) {
        var avatar = PictureField.of(
                body, "avatar", portraits, PortraitKind.AVATAR, of.id().text());
        body.check();
        return avatar;
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
