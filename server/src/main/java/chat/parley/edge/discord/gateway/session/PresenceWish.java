package chat.parley.edge.discord.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a client wants to be seen (op 3, and part of op 2). Read leniently: what is unknown is left out, long
/// text is cut.
///
/// @param status one of `online`, `idle`, `dnd`, `invisible`; `offline` counts as invisible
public record PresenceWish(String status, List<Doing> activities) {
    private static final int ACTIVITIES_MAX = 5;
    private static final int TEXT_MAX_CHARS = 128;

    /// What somebody is doing. `type` is Discord's number: 0 playing, 1 streaming, 2 listening, 3 watching, 4
    /// custom, 5 competing.
    public record Doing(
            String name,
            int type,
            @Nullable String state,
            @Nullable String url) {}

    public static PresenceWish of(JsonNode d) {
        String said = d.path("status").asString("online").toLowerCase(Locale.ROOT);
        String status = switch (said) {
            case "idle", "dnd", "invisible" -> said;
            case "offline" -> "invisible";
            default -> "online";
        };
        var activities = new ArrayList<Doing>();
        for (var node : d.path("activities")) {
            if (activities.size() < ACTIVITIES_MAX && node.path("name").isString()) {
                activities.add(new Doing(
                        cut(node.path("name").asString()),
                        Math.clamp(node.path("type").asInt(0), 0, 5),
                        text(node.path("state")),
                        text(node.path("url"))));
            }
        }
        return new PresenceWish(status, List.copyOf(activities));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? cut(node.asString()) : null;
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX_CHARS ? text : text.substring(0, TEXT_MAX_CHARS);
    }
}
