package chat.parley.audit;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.DeedKind;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The entries as they are stored.
final class AuditStore {
    private final Database database;

    AuditStore(Database database) {
        this.database = database;
    }

    void insert(AuditEntry entry) {
        database.change(
                """
                INSERT INTO audit_entries (id, guild, actor, kind, target, changes, options, reason)
                VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?)
                """,
                entry.id(),
                entry.guild(),
                entry.actor(),
                entry.kind().number(),
                entry.target(),
                Json.text(entry.changes()),
                Json.text(entry.options()),
                entry.reason());
    }

    /// Counts one more in the newest entry of that kind, if it is not older than `floor` and of the same actor, target,
    /// channel and reason.
    ///
    /// @return false when there is none
    boolean count(AuditEntry like, long floor) {
        return database.change(
                        """
                        UPDATE audit_entries SET options = jsonb_set(options, '{count}',
                                to_jsonb(CAST(CAST(options ->> 'count' AS integer) + 1 AS text)))
                        WHERE id = (SELECT id FROM audit_entries
                                WHERE guild = ? AND kind = ? AND id > ? ORDER BY id DESC LIMIT 1)
                            AND actor = ? AND target = ? AND options ->> 'channel_id' = ?
                            AND reason IS NOT DISTINCT FROM CAST(? AS text)
                        """,
                        like.guild(),
                        like.kind().number(),
                        floor,
                        like.actor(),
                        like.target(),
                        like.options().get("channel_id"),
                        like.reason())
                > 0;
    }

    /// Newest first; oldest first when only those after an id are wanted.
    List<AuditEntry> page(GuildId guild, AuditQuery query) {
        var sql = new StringBuilder("SELECT * FROM audit_entries WHERE guild = ?");
        var parameters = new ArrayList<Object>(List.of(guild));
        narrow(sql, parameters, " AND actor = ?", query.actor());
        narrow(
                sql,
                parameters,
                " AND kind = ?",
                query.kind() == null ? null : query.kind().number());
        narrow(sql, parameters, " AND id < ?", query.before());
        narrow(sql, parameters, " AND id > ?", query.after());
        sql.append(query.after() == null ? " ORDER BY id DESC LIMIT ?" : " ORDER BY id LIMIT ?");
        parameters.add(query.limit());
        return database.list(sql.toString(), AuditStore::entry, parameters.toArray());
    }

    /// @param floor smallest id that stays
    /// @return how many were deleted, at most `max`
    int deleteBelow(long floor, int max) {
        return database.change(
                "DELETE FROM audit_entries WHERE id = ANY (ARRAY(SELECT id FROM audit_entries WHERE id < ? LIMIT ?))",
                floor,
                max);
    }

    private static void narrow(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    private static AuditEntry entry(Row row) throws SQLException {
        return new AuditEntry(
                new EntityId(row.number("id")),
                new GuildId(row.number("guild")),
                new UserId(row.number("actor")),
                Objects.requireNonNull(DeedKind.of(row.integer("kind"))),
                row.numberOrNull("target"),
                List.of(Json.read(tree(row, "changes"), Change[].class)),
                options(tree(row, "options")),
                row.textOrNull("reason"));
    }

    private static Map<String, String> options(JsonNode tree) {
        var options = new LinkedHashMap<String, String>();
        tree.properties().forEach(it -> options.put(it.getKey(), it.getValue().asString()));
        return options;
    }

    private static JsonNode tree(Row row, String column) throws SQLException {
        return Json.tree(row.text(column).getBytes(StandardCharsets.UTF_8));
    }
}
