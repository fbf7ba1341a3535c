package chat.parley.edge.discord.gateway.session;

import chat.parley.edge.discord.gateway.wire.CloseCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a client introduces itself (op 2), its token apart.
///
/// @param device on what it runs
/// @param intents absent for people; a bot must say them
/// @param largeThreshold members above which a guild comes with its online members only, 50 to 250
/// @param presence the status to begin with
public record Identify(
        Device device,
        @Nullable Intents intents,
        Shard shard,
        int largeThreshold,
        @Nullable PresenceWish presence) {
    private static final int THRESHOLD_MIN = 50;
    private static final int THRESHOLD_MAX = 250;

    /// @throws Misuse when a field cannot be read or has a forbidden value
    public static Identify of(JsonNode d) {
        return new Identify(
                Device.of(d.path("properties")),
                intents(d.path("intents")),
                Shard.of(d.path("shard")),
                Math.clamp(d.path("large_threshold").asInt(THRESHOLD_MAX), THRESHOLD_MIN, THRESHOLD_MAX),
                d.path("presence").isObject() ? PresenceWish.of(d.path("presence")) : null);
    }

    /// @throws Misuse when there is none
    static String token(JsonNode d) {
        var token = d.path("token");
        if (!d.isObject() || !token.isString() || token.asString().isBlank()) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
        return token.asString();
    }

    private static @Nullable Intents intents(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong() || !Intents.valid(node.asLong())) {
            throw new Misuse(CloseCode.INVALID_INTENTS);
        }
        return new Intents((int) node.asLong());
    }

    /// The part of a bot's guilds that this connection serves: those whose `(id >> 22) % total` is `index`.
    public record Shard(int index, int total) {
        public static final Shard WHOLE = new Shard(0, 1);
        private static final int TOTAL_MAX = 4_096;

        static Shard of(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return WHOLE;
            }
            int index = node.path(0).asInt(-1);
            int total = node.path(1).asInt(-1);
            if (!node.isArray() || node.size() != 2 || index < 0 || index >= total || total > TOTAL_MAX) {
                throw new Misuse(CloseCode.INVALID_SHARD);
            }
            return new Shard(index, total);
        }

        public boolean serves(long guild) {
            return (guild >>> 22) % total == index;
        }
    }

    public enum Device {
        DESKTOP,
        MOBILE,
        WEB;

        /// By the client's `properties`, of which nothing else is kept.
        static Device of(JsonNode node) {
            String browser = either(node, "browser");
            String device = either(node, "device");
            String all = (browser + " " + device + " " + either(node, "os")).toLowerCase(Locale.ROOT);
            if (all.contains("mobile") || all.contains("android") || all.contains("ios") || all.contains("iphone")) {
                return MOBILE;
            }
            boolean desktop = all.contains("desktop") || all.contains("discord client") || all.contains("tauri");
            return desktop ? DESKTOP : WEB;
        }

        /// Older libraries put a dollar sign in front of the names.
        private static String either(JsonNode node, String name) {
            return node.path(name).asString(node.path("$" + name).asString(""));
        }
    }
}
