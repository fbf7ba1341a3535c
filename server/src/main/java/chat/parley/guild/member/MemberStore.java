package chat.parley.guild.member;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.guild.Member;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// Writes members; `guild` reads them with the rest of the guild.
final class MemberStore {
    private MemberStore() {}

    static void insert(Sql sql, GuildId guild, Member member) throws SQLException {
        sql.change(
                "INSERT INTO members (guild, user_id, joined_at, temporary, pending, flags) VALUES (?, ?, ?, ?, ?, ?)",
                guild,
                member.user(),
                member.joinedAt(),
                member.temporary(),
                member.arrival().pending(),
                member.arrival().flags());
    }

    static void update(Database database, GuildId guild, Member member) {
        database.transaction(sql -> {
            update(sql, guild, member);
            return true;
        });
    }

    static void update(Sql sql, GuildId guild, Member member) throws SQLException {
        sql.change(
                """
                UPDATE members SET nick = ?, roles = ?, timeout_until = ?, avatar = ?, banner = ?, pending = ?, flags = ?
                WHERE guild = ? AND user_id = ?
                """,
                member.nick(),
                member.roles(),
                member.timeoutUntil(),
                member.look().avatar(),
                member.look().banner(),
                member.arrival().pending(),
                member.arrival().flags(),
                guild,
                member.user());
    }

    static void give(Sql sql, GuildId guild, Member member) throws SQLException {
        sql.change(
                "UPDATE members SET roles = ? WHERE guild = ? AND user_id = ?", member.roles(), guild, member.user());
    }

    static void delete(Sql sql, GuildId guild, Collection<UserId> users) throws SQLException {
        sql.change("DELETE FROM members WHERE guild = ? AND user_id = ANY (?)", guild, List.copyOf(users));
    }

    static void delete(Sql sql, GuildId guild, UserId user) throws SQLException {
        sql.change("DELETE FROM members WHERE guild = ? AND user_id = ?", guild, user);
    }
}
