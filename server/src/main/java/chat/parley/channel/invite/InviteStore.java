package chat.parley.channel.invite;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.base.sql.Row;
import chat.parley.guild.Invite;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Invites as they are stored. Those that have expired or are used up are as good as deleted: no query finds them.
final class InviteStore {
    /// One parameter: now.
    private static final String VALID =
            "(max_uses = 0 OR uses < max_uses) AND (max_age_s = 0 OR created_at + max_age_s * interval '1 second' > ?)";

    private final Database database;

    InviteStore(Database database) {
        this.database = database;
    }

    void insert(Invite invite) {
        database.change(
                """
                INSERT INTO invites (code, guild, channel, inviter, uses, max_uses, max_age_s, temporary, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                invite.code(),
                invite.guild(),
                invite.channel(),
                invite.inviter(),
                invite.uses(),
                invite.maxUses(),
                invite.maxAgeS(),
                invite.temporary(),
                invite.createdAt());
    }

    Optional<Invite> find(String code, Instant now) {
        return database.first("SELECT * FROM invites WHERE code = ? AND " + VALID, InviteStore::invite, code, now);
    }

    /// An invite of the same person to the same place on the same terms, to give out again.
    Optional<Invite> like(Invite wanted) {
        return database.first(
                """
                SELECT * FROM invites WHERE channel = ? AND inviter = ? AND max_uses = ? AND max_age_s = ?
                    AND temporary = ? AND\s""" + VALID + " ORDER BY created_at DESC LIMIT 1",
                InviteStore::invite,
                wanted.channel(),
                wanted.inviter(),
                wanted.maxUses(),
                wanted.maxAgeS(),
                wanted.temporary(),
                wanted.createdAt());
    }

    List<Invite> in(GuildId guild, Instant now) {
        return database.list(
                "SELECT * FROM invites WHERE guild = ? AND " + VALID + " ORDER BY created_at, code",
                InviteStore::invite,
                guild,
                now);
    }

    List<Invite> in(ChannelId channel, Instant now) {
        return database.list(
                "SELECT * FROM invites WHERE channel = ? AND " + VALID + " ORDER BY created_at, code",
                InviteStore::invite,
                channel,
                now);
    }

    /// Counts one use; the row's lock makes those who come at the same moment wait, so that no use is given twice.
    ///
    /// @return false when the invite is not valid any more
    static boolean use(Sql sql, String code, Instant now) throws SQLException {
        return sql.change("UPDATE invites SET uses = uses + 1 WHERE code = ? AND " + VALID, code, now) > 0;
    }

    boolean delete(String code) {
        return database.change("DELETE FROM invites WHERE code = ?", code) > 0;
    }

    /// Deletes what nobody can use any more.
    void sweep(GuildId guild, Instant now) {
        database.change("DELETE FROM invites WHERE guild = ? AND NOT (" + VALID + ")", guild, now);
    }

    private static Invite invite(Row row) throws SQLException {
        var inviter = row.numberOrNull("inviter");
        return new Invite(
                row.text("code"),
                new GuildId(row.number("guild")),
                new ChannelId(row.number("channel")),
                inviter == null ? null : new UserId(inviter),
                row.integer("uses"),
                row.integer("max_uses"),
                row.integer("max_age_s"),
                row.flag("temporary"),
                row.instant("created_at"));
    }
}
