package chat.parley.edge.discord.rest;

import chat.parley.base.id.RoleId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.RoleShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.portrait.PortraitKind;
import chat.parley.file.portrait.Portraits;
import chat.parley.guild.Guilds;
import chat.parley.guild.Role;
import chat.parley.guild.role.Roles;
import chat.parley.message.text.Emoji;
import chat.parley.permission.Permission;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Roles of a guild.
public final class RoleEndpoints {
    private static final int COLOR_MAX = 0xFFFFFF;

    private final Guilds guilds;
    private final Roles roles;
    private final Portraits portraits;

    public RoleEndpoints(Guilds guilds, Roles roles, Portraits portraits) {
        this.guilds = guilds;
        this.roles = roles;
        this.portraits = portraits;
    }

    public Reply list(Request request) {
        var access = guilds.of(request.caller(), GuildEndpoints.id(request));
        return Reply.json(access.roles().stream().map(RoleShape::of).toList());
    }

    /// How many members have each role, `@everyone` apart.
    public Reply counts(Request request) {
        var access = guilds.of(request.caller(), GuildEndpoints.id(request));
        var counts = new LinkedHashMap<String, Integer>();
        access.roles().stream()
                .filter(it -> !it.everyone())
                .forEach(it -> counts.put(it.id().text(), 0));
        access.snapshot()
                .members()
                .forEach(member -> member.roles().forEach(it -> counts.computeIfPresent(it.text(), (_, n) -> n + 1)));
        return Reply.json(counts);
    }

    public Reply one(Request request) {
        var access = guilds.of(request.caller(), GuildEndpoints.id(request));
        return Reply.json(RoleShape.of(access.role(id(request))));
    }

    public Reply create(Request request) {
        var body = Body.of(request);
        requireMayManage(request);
        var icon = icon(body);
        var created = roles.create(request.caller(), GuildEndpoints.id(request), role -> changed(role, body, icon));
        return Reply.json(RoleShape.of(created));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        requireMayManage(request);
        var icon = icon(body);
        var changed = roles.edit(
                request.caller(), GuildEndpoints.id(request), id(request), role -> changed(role, body, icon));
        return Reply.json(RoleShape.of(changed));
    }

    public Reply arrange(Request request) {
        var wanted = new HashMap<RoleId, Integer>();
        for (var body : Body.list(request, Limits.ROLES_PER_GUILD_MAX)) {
            var id = body.id("id");
            var position = body.number("position", 0, Integer.MAX_VALUE);
            body.check();
            if (id != null && position != null) {
                wanted.put(new RoleId(id), position);
            }
        }
        var arranged = roles.arrange(request.caller(), GuildEndpoints.id(request), wanted);
        return Reply.json(arranged.stream().map(RoleShape::of).toList());
    }

    public Reply delete(Request request) {
        roles.delete(request.caller(), GuildEndpoints.id(request), id(request));
        return Reply.none();
    }

    static RoleId id(Request request) {
        return RoleId.of(request.path("role"));
    }

    /// Asked before a picture is read, which takes a while; the verb asks again.
    private void requireMayManage(Request request) {
        guilds.of(request.caller(), GuildEndpoints.id(request)).requiring(Permission.MANAGE_ROLES);
    }

    private Portraits.@Nullable Ready icon(Body body) {
        String text = body.text("icon", 0, Limits.CONTENT_IN_MEMORY_MAX_BYTES);
        return text == null || text.isEmpty() ? null : portraits.read("icon", text, Limits.ROLE_ICON_MAX_BYTES);
    }

    /// A picture and an emoji take each other's place.
    private Role.Look look(Role role, int color, Body body, Portraits.@Nullable Ready icon) {
        String emoji = body.text("unicode_emoji", 0, Limits.EMOJI_MAX_CHARS);
        if (icon != null) {
            return new Role.Look(
                    color, portraits.keep(PortraitKind.ROLE_ICON, role.id().text(), icon), null);
        }
        if (emoji != null && !emoji.isEmpty()) {
            if (Emoji.of(emoji).isEmpty()) {
                body.wrong("unicode_emoji", "BASE_TYPE_CHOICES", "Not an emoji.");
            }
            return new Role.Look(color, null, emoji);
        }
        return new Role.Look(
                color,
                body.isNull("icon") ? null : role.look().icon(),
                body.has("unicode_emoji") ? null : role.look().emoji());
    }

    private Role changed(Role role, Body body, Portraits.@Nullable Ready icon) {
        String name = body.text("name", 1, Limits.ROLE_NAME_MAX_CHARS);
        var color = body.number("color", 0, COLOR_MAX);
        var colors = body.object("colors");
        if (colors != null && color == null) {
            color = colors.number("primary_color", 0, COLOR_MAX);
            colors.check();
        }
        var bits = body.longNumber("permissions", 0, Long.MAX_VALUE);
        var changed = role.shown(
                name == null ? role.name() : name,
                color == null ? role.color() : color,
                body.flag("hoist", role.hoist()),
                body.flag("mentionable", role.mentionable()));
        body.check();
        changed = changed.looking(look(role, changed.color(), body, icon));
        body.check();
        return bits == null ? changed : changed.granting(bits);
    }
}
