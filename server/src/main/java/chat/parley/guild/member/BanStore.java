package chat.parley.guild.member;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The bans of guilds; they are asked for rarely and not kept in memory.
final class BanStore {
    private final Database database;

    BanStore(Database database) {
        this.database = database;
    }

    static boolean banned(Sql sql, GuildId guild, UserId user) throws SQLException {
        return sql.first("SELECT 1 FROM bans WHERE guild = ? AND user_id = ?", _ -> true, guild, user)
                .isPresent();
    }

    /// Stores a ban; one that was there keeps its reason and time.
    ///
    /// @return false when it was there
    static boolean insert(Sql sql, GuildId guild, Ban ban) throws SQLException {
        return sql.change("""
                        INSERT INTO bans (guild, user_id, banned_by, reason, banned_at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """, guild, ban.user(), ban.bannedBy(), ban.reason(), ban.bannedAt()) > 0;
    }

    boolean delete(GuildId guild, UserId user) {
        return database.change("DELETE FROM bans WHERE guild = ? AND user_id = ?", guild, user) > 0;
    }

    Optional<Ban> find(GuildId guild, UserId user) {
        return database.first("SELECT * FROM bans WHERE guild = ? AND user_id = ?", BanStore::ban, guild, user);
    }

    /// In the order of ids, those above `after`.
    List<Ban> above(GuildId guild, long after, int limit) {
        return database.list(
                "SELECT * FROM bans WHERE guild = ? AND user_id > ? ORDER BY user_id LIMIT ?",
                BanStore::ban,
                guild,
                after,
                limit);
    }

    /// The highest ids below `before`, in the order of ids.
    List<Ban> below(GuildId guild, long before, int limit) {
        return database.list(
                        "SELECT * FROM bans WHERE guild = ? AND user_id < ? ORDER BY user_id DESC LIMIT ?",
                        BanStore::ban,
                        guild,
                        before,
                        limit)
                .reversed();
    }

    private static Ban ban(Row row) throws SQLException {
        return new Ban(
                new UserId(row.number("user_id")),
                new UserId(row.number("banned_by")),
                row.textOrNull("reason"),
                row.instant("banned_at"));
    }
}
