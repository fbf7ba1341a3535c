package chat.parley.edge.discord.shape.bot;

import chat.parley.account.Users;
import chat.parley.base.json.Json;
import chat.parley.bot.interaction.Interaction;
import chat.parley.channel.Viewers;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.guild.GuildSnapshot;
import chat.parley.message.Quoted;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes interactions as applications read them. Every library needs nearly all of it: JDA the inner `guild` and
/// `channel`, discord.py `version` and `attachment_size_limit`, all of them `resolved` for each id that was chosen.
public final class InteractionShapes {
    private static final int IN_GUILD = 0;
    private static final int WITH_BOT = 1;
    private static final int ELSEWHERE = 2;
    private static final String ID = "id";

    private final Users users;
    private final Viewers viewers;
    private final MessageShapes messages;
    private final Resolving resolving;

    public InteractionShapes(Users users, Viewers viewers, MessageShapes messages) {
        this.users = users;
        this.viewers = viewers;
        this.messages = messages;
        this.resolving = new Resolving(users, messages);
    }

    public ObjectNode of(Interaction it) {
        var view = viewers.of(it.place().guild());
        var guild = view.guild();
        var shape = Json.mapper().createObjectNode();
        shape.put(ID, it.id().text());
        shape.put("application_id", it.application().text());
        shape.put("type", it.kind().number());
        shape.put("token", it.token());
        shape.put("version", 1);
        var data = (ObjectNode) it.data().deepCopy();
        var resolved = resolving.of(it, view);
        if (!resolved.isEmpty()) {
            data.set("resolved", resolved);
        }
        shape.set("data", data);
        place(shape, it, guild);
        who(shape, it, guild);
        if (it.on() != null) {
            shape.set("message", message(it));
        }
        shape.put("locale", it.origin().locale());
        shape.put("app_permissions", Long.toString(it.place().botBits()));
        shape.putArray("entitlements");
        shape.put("attachment_size_limit", it.place().attachmentMaxBytes());
        return shape;
    }

    private void place(ObjectNode shape, Interaction it, GuildSnapshot guild) {
        var place = it.place();
        shape.put("channel_id", place.channel().text());
        var channel = viewers.of(place.guild()).channel(place.channel());
        if (channel != null) {
            shape.set("channel", Resolving.channel(channel, place.userBits()));
        }
        var owners = shape.putObject("authorizing_integration_owners");
        shape.put("context", !place.conversation() ? IN_GUILD : place.member() ? WITH_BOT : ELSEWHERE);
        if (place.owners().self()) {
            owners.put("1", it.user().text());
        }
        if (place.conversation()) {
            if (place.member()) {
                owners.put("0", "0");
            }
            return;
        }
        String locale = guild.guild().settings().locale();
        if (place.owners().guild() || !place.owners().self()) {
            owners.put("0", place.guild().text());
        }
        shape.put("guild_id", place.guild().text());
        shape.put("guild_locale", locale);
        var inner = shape.putObject("guild");
        inner.put(ID, place.guild().text());
        inner.put("locale", locale);
        inner.putArray("features");
    }

    private void who(ObjectNode shape, Interaction it, GuildSnapshot guild) {
        var user = users.one(it.user());
        var member = it.place().conversation() ? null : guild.member(it.user());
        if (member == null) {
            shape.set("user", tree(UserShape.of(user)));
            return;
        }
        var whole = (ObjectNode) tree(MemberShape.of(member, user));
        whole.put("permissions", Long.toString(it.place().userBits()));
        shape.set("member", whole);
    }

    private ObjectNode message(Interaction it) {
        var on = Objects.requireNonNull(it.on());
        return (ObjectNode) tree(messages.of(new Quoted(on, null), MessageShapes.Context.used(it.application())));
    }

    static JsonNode tree(Object value) {
        return Json.mapper().valueToTree(value);
    }
}
