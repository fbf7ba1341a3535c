package chat.parley.edge.discord.rest.moderation;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.channel.inspect.Inspector;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.permission.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who may do what, and why; routes of our own.
public final class InspectorEndpoints {
    private final Inspector inspector;

    public InspectorEndpoints(Inspector inspector) {
        this.inspector = inspector;
    }

    public Reply explain(Request request) {
        var guild = GuildId.of(request.path("guild"));
        var user = UserId.of(request.path("user"));
        String channel = request.query("channel");
        var verdicts = inspector.of(request.caller(), guild, user, channel == null ? null : ChannelId.of(channel));
        long bits = 0;
        for (var verdict : verdicts) {
            bits |= verdict.allowed() ? verdict.permission().bit() : 0;
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("user_id", user);
        if (channel != null) {
            answer.put("channel_id", ChannelId.of(channel));
        }
        answer.put("permissions", Long.toString(bits));
        answer.put("entries", verdicts.stream().map(InspectorEndpoints::shape).toList());
        return Reply.json(answer);
    }

    public Reply viewAs(Request request) {
        var guild = GuildId.of(request.path("guild"));
        var sight = inspector.as(request.caller(), guild, roles(request.query("roles"), guild));
        var channels = new ArrayList<Map<String, Object>>();
        sight.inChannels().forEach((id, bits) -> channels.add(Map.of("id", id, "permissions", Long.toString(bits))));
        return Reply.json(Map.of("permissions", Long.toString(sight.inGuild()), "channels", channels));
    }

    private static List<RoleId> roles(@Nullable String list, GuildId guild) {
        if (list == null || list.isEmpty()) {
            return List.of();
        }
        var ids = List.of(list.split(",", Limits.ROLES_PER_GUILD_MAX + 1));
        if (ids.size() > Limits.ROLES_PER_GUILD_MAX) {
            throw Refusal.invalid("roles", "BASE_TYPE_MAX_LENGTH", "There are too many roles.");
        }
        return ids.stream()
                .map(RoleId::of)
                .filter(it -> it.value() != guild.value())
                .distinct()
                .toList();
    }

    private static Map<String, Object> shape(Verdict verdict) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("permission", verdict.permission().name());
        shape.put("bit", Long.toString(verdict.permission().bit()));
        shape.put("allowed", verdict.allowed());
        shape.put("reason", verdict.reason().name().toLowerCase(Locale.ROOT));
        if (!verdict.roles().isEmpty()) {
            shape.put(
                    "role_ids",
                    verdict.roles().stream().map(it -> Long.toString(it)).toList());
        }
        return shape;
    }
}
