package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Caller;
import chat.parley.account.Users;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.bot.command.Command;
import chat.parley.bot.interaction.Interaction.Kind;
import chat.parley.bot.interaction.Interaction.Origin;
import chat.parley.bot.interaction.Interactions;
import chat.parley.bot.interaction.Shown;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.rest.body.MessageForm;
import chat.parley.edge.discord.shape.OwnUserShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// People use what applications offer: commands, components, forms.
public final class InteractionEndpoints {
    private static final String APPLICATION = "application_id";

    private final Interactions interactions;
    private final Shown shown;
    private final Channels channels;
    private final Viewers viewers;
    private final Users users;
    private final UserSettings settings;
    private final Filing filing;

    public InteractionEndpoints(
            Interactions interactions,
            Shown shown,
            Channels channels,
            Viewers viewers,
            Users users,
            UserSettings settings,
            Filing filing) {
        this.interactions = interactions;
        this.shown = shown;
        this.channels = channels;
        this.viewers = viewers;
        this.users = users;
        this.settings = settings;
        this.filing = filing;
    }

    Reply use(Request request) {
        var form = MessageForm.of(request);
        var body = form.body();
        var type = body.number("type", Kind.COMMAND.number(), Kind.MODAL.number());
        var channel = body.id("channel_id");
        var application = body.id(APPLICATION);
        String nonce = body.text("nonce", 0, Limits.NONCE_MAX_CHARS);
        var data = body.object("data");
        body.check();
        if (type == null || channel == null || application == null || data == null) {
            throw Refusal.required(
                    type == null ? "type" : channel == null ? "channel_id" : data == null ? "data" : APPLICATION);
        }
        var caller = request.caller();
        var access = channels.seenBy(caller, new ChannelId(channel));
        var bot = new UserId(application);
        if (type == Kind.COMPONENT.number()) {
            press(access, bot, body, data, nonce);
        } else if (type == Kind.MODAL.number()) {
            submit(access, bot, data, nonce, GivenFiles.of(filing, form, data, access));
        } else {
            boolean writing = type == Kind.AUTOCOMPLETE.number();
            var files = writing ? new GivenFiles() : GivenFiles.of(filing, form, data, access);
            command(access, bot, data, nonce, writing, files);
        }
        return Reply.none();
    }

    private void command(
            ChannelAccess access, UserId bot, Body data, @Nullable String nonce, boolean writing, GivenFiles files) {
        var id = data.id("id");
        if (id == null) {
            throw Refusal.required("data.id");
        }
        var command = interactions.command(access, bot, new EntityId(id));
        var view = viewers.of(access.guild().id());
        var options = new UseOptions(users, view, files, writing, command.name());
        var read = Json.mapper().createObjectNode();
        read.put("id", command.id().text());
        read.put("name", command.name());
        read.put("type", command.type());
        if (command.guild() != null) {
            read.put("guild_id", command.guild().text());
        }
        Message target = null;
        if (command.type() == Command.CHAT_INPUT) {
            var given = options.read(data, command.options());
            if (!given.isEmpty()) {
                read.set("options", given);
            }
            requireFocus(data, options, writing);
        } else {
            target = target(access, command, data, read);
        }
        data.check();
        var kind = writing ? Kind.AUTOCOMPLETE : Kind.COMMAND;
        var origin = new Origin(locale(access.caller()), nonce, options.name(), command.type(), null, files.taken());
        interactions.use(access, bot, kind, read, target, origin);
    }

    private static void requireFocus(Body data, UseOptions options, boolean writing) {
        var focused = options.focused();
        if (writing && (focused == null || !focused.path("autocomplete").asBoolean(false))) {
            data.wrong("options", "BASE_TYPE_REQUIRED", "One option must be focused and autocompleted.");
        }
    }

    private @Nullable Message target(ChannelAccess access, Command command, Body data, ObjectNode read) {
        var target = data.id("target_id");
        if (target == null) {
            throw Refusal.required("data.target_id");
        }
        read.put("target_id", Long.toString(target));
        if (command.type() == Command.USER) {
            users.one(new UserId(target));
            return null;
        }
        return shown.message(access, new MessageId(target));
    }

    private void press(ChannelAccess access, UserId bot, Body body, Body data, @Nullable String nonce) {
        var id = body.id("message_id");
        if (id == null) {
            throw Refusal.required("message_id");
        }
        var message = shown.message(access, new MessageId(id));
        if (!Shown.application(message).equals(bot)) {
            throw Refusal.unknown(Thing.APPLICATION);
        }
        var view = viewers.of(access.guild().id());
        var read = new UseComponents(users, view, new GivenFiles())
                .press(data, message.extras().components());
        data.check();
        var cause = message.extras().cause();
        var origin = new Origin(locale(access.caller()), nonce, null, 0, cause, List.of());
        interactions.use(access, bot, Kind.COMPONENT, read, message, origin);
    }

    private void submit(ChannelAccess access, UserId bot, Body data, @Nullable String nonce, GivenFiles files) {
        var id = data.id("id");
        if (id == null) {
            throw Refusal.required("data.id");
        }
        var form = interactions.form(access.caller(), new EntityId(id));
        if (!form.shownBy().application().equals(bot)
                || !form.shownBy().place().channel().equals(access.channel().id())) {
            throw Refusal.unknown(Thing.INTERACTION);
        }
        var view = viewers.of(access.guild().id());
        var read = Json.mapper().createObjectNode();
        read.put("custom_id", form.modal().customId());
        read.set(
                "components",
                new UseComponents(users, view, files).fill(data, form.modal().components()));
        data.check();
        var by = form.shownBy();
        var on = by.kind() == Kind.COMPONENT ? by.on() : null;
        var origin = new Origin(locale(access.caller()), nonce, null, 0, by.cause(null), files.taken());
        interactions.use(access, bot, Kind.MODAL, read, on, origin);
    }

    private String locale(Caller caller) {
        return OwnUserShape.known(settings.of(caller.id()).locale());
    }
}
