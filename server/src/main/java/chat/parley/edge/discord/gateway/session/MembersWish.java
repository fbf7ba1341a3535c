package chat.parley.edge.discord.gateway.session;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Which members of a guild a client asks for (op 8).
///
/// @param query beginning of a name; empty for all, absent when `users` are named
/// @param limit how many at most, 0 for all
/// @param presences whether to tell their presences as well
/// @param nonce repeated in each chunk
public record MembersWish(
        GuildId guild,
        @Nullable String query,
        int limit,
        List<UserId> users,
        boolean presences,
        @Nullable String nonce) {
    private static final int USERS_MAX = 100;
    private static final int GUILDS_MAX = 200;
    private static final int QUERY_MAX_CHARS = 64;
    private static final int NONCE_MAX_CHARS = 32;

    /// @throws Misuse with 4002 when the guild is missing or something has a wrong type
    public static MembersWish of(JsonNode d) {
        var guilds = ids(d.path("guild_id"));
        if (guilds.size() != 1) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
        var query = d.path("query");
        var nonce = d.path("nonce");
        return new MembersWish(
                new GuildId(guilds.getFirst()),
                query.isString() ? cut(query.asString(), QUERY_MAX_CHARS) : null,
                Math.clamp(d.path("limit").asInt(0), 0, Integer.MAX_VALUE),
                ids(d.path("user_ids")).stream()
                        .limit(USERS_MAX)
                        .map(UserId::new)
                        .toList(),
                d.path("presences").asBoolean(false),
                nonce.isString() && nonce.asString().length() <= NONCE_MAX_CHARS ? nonce.asString() : null);
    }

    /// The guilds whose sounds are asked for (op 31).
    ///
    /// @throws Misuse with 4002 when they are no list of ids
    public static List<GuildId> guilds(JsonNode d) {
        return ids(d.path("guild_ids")).stream()
                .distinct()
                .limit(GUILDS_MAX)
                .map(GuildId::new)
                .toList();
    }

    /// How many chunks answer for that many members: at least one.
    public static int chunks(int members) {
        return Math.max(1, (members + Limits.MEMBERS_CHUNK_MAX - 1) / Limits.MEMBERS_CHUNK_MAX);
    }

    /// One id or a list; JDA writes numbers, the others strings.
    private static List<Long> ids(JsonNode node) {
        var ids = new ArrayList<Long>();
        if (node.isArray()) {
            node.forEach(it -> ids.add(id(it)));
        } else if (!node.isMissingNode() && !node.isNull()) {
            ids.add(id(node));
        }
        return ids;
    }

    private static long id(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.asLong() > 0) {
            return node.asLong();
        }
        try {
            return Id.parse(node.isString() ? node.asString() : "");
        } catch (Refused notAnId) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }
}
