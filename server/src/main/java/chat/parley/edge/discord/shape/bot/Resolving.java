package chat.parley.edge.discord.shape.bot;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.bot.command.Command;
import chat.parley.bot.interaction.Interaction;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.RoleShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.message.Quoted;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds what the ids in an interaction stand for.
final class Resolving {
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int USER_SELECT = 5;
    private static final int ROLE_SELECT = 6;
    private static final int MENTIONABLE_SELECT = 7;
    private static final int CHANNEL_SELECT = 8;

    private final Users users;
    private final MessageShapes messages;

    Resolving(Users users, MessageShapes messages) {
        this.users = users;
        this.messages = messages;
    }

    /// One interaction's, while it is being written.
    private record Found(ObjectNode resolved, View view, UserId by) {
        ObjectNode section(String name) {
            return resolved.path(name) instanceof ObjectNode present ? present : resolved.putObject(name);
        }
    }

    ObjectNode of(Interaction it, View view) {
        var found = new Found(Json.mapper().createObjectNode(), view, it.user());
        var data = it.data();
        target(it, found);
        for (var option : data.path("options")) {
            option(option, found);
        }
        component(data, data.path("component_type").asInt(0), found);
        for (var row : data.path("components")) {
            inForm(row, found);
        }
        for (var file : it.origin().files()) {
            var shape = messages.files().one(file, it.place().channel());
            found.section("attachments").set(file.id().text(), InteractionShapes.tree(shape));
        }
        return found.resolved;
    }

    static ObjectNode channel(Channel channel, long bits) {
        var shape = Json.mapper().createObjectNode();
        shape.put("id", channel.id().text());
        shape.put("type", channel.kind().number());
        shape.put("name", channel.name());
        shape.put("permissions", Long.toString(bits));
        shape.put("flags", 0);
        if (channel.parent() != null) {
            shape.put("parent_id", channel.parent().text());
        }
        if (!channel.kind().isPrivate()) {
            shape.put("guild_id", channel.guild().text());
            shape.put("position", channel.position());
            shape.put("nsfw", channel.details().nsfw());
        }
        return shape;
    }

    private void target(Interaction it, Found found) {
        long id = it.data().path("target_id").asLong(0);
        if (id == 0) {
            return;
        }
        var on = it.on();
        if (it.origin().commandType() == Command.USER) {
            user(id, found);
        } else if (on != null) {
            var shape = messages.of(new Quoted(on, null), MessageShapes.Context.used(it.application()));
            found.section("messages").set(Long.toString(id), InteractionShapes.tree(shape));
        }
    }

    private void option(JsonNode option, Found found) {
        int type = option.path("type").asInt(0);
        for (var child : option.path("options")) {
            option(child, found);
        }
        long id = option.path("value").asLong(0);
        switch (type) {
            case USER -> user(id, found);
            case CHANNEL -> channel(id, found);
            case ROLE -> role(id, found);
            case MENTIONABLE -> {
                user(id, found);
                role(id, found);
            }
            default -> {}
        }
    }

    private void inForm(JsonNode node, Found found) {
        component(node, node.path("type").asInt(0), found);
        for (var child : node.path("components")) {
            inForm(child, found);
        }
        if (node.has("component")) {
            inForm(node.path("component"), found);
        }
    }

    private void component(JsonNode node, int type, Found found) {
        for (var value : node.path("values")) {
            long id = value.asLong(0);
            switch (type) {
                case USER_SELECT -> user(id, found);
                case ROLE_SELECT -> role(id, found);
                case CHANNEL_SELECT -> channel(id, found);
                case MENTIONABLE_SELECT -> {
                    user(id, found);
                    role(id, found);
                }
                default -> {}
            }
        }
    }

    private void user(long id, Found found) {
        var user = id <= 0 ? null : users.find(new UserId(id)).orElse(null);
        if (user == null) {
            return;
        }
        String key = Long.toString(id);
        found.section("users").set(key, InteractionShapes.tree(UserShape.of(user)));
        var member = found.view.guild().isPrivate() ? null : found.view.guild().member(user.id());
        if (member != null) {
            var shape = (ObjectNode) InteractionShapes.tree(MemberShape.of(member, user));
            shape.remove(List.of("user", "deaf", "mute"));
            shape.put("permissions", Long.toString(found.view.guild().permissions(member.roles())));
            found.section("members").set(key, shape);
        }
    }

    private static void role(long id, Found found) {
        var role = id <= 0 ? null : found.view.guild().role(new RoleId(id));
        if (role != null) {
            found.section("roles").set(Long.toString(id), InteractionShapes.tree(RoleShape.of(role)));
        }
    }

    private static void channel(long id, Found found) {
        var channel = id <= 0 ? null : found.view.channel(new ChannelId(id));
        if (channel != null) {
            found.section("channels")
                    .set(Long.toString(id), channel(channel, found.view.permissions(found.by, channel.id())));
        }
    }
}
