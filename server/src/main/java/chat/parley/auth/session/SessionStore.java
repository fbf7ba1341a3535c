package chat.parley.auth.session;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/// The tables `sessions` and `refresh_tokens`.
public final class SessionStore {
    private final Database database;

    public SessionStore(Database database) {
        this.database = database;
    }

    /// Adds a session and revokes the least recently used ones beyond `max`; those are answered. What ended before
    /// `forgetBefore` is removed.
    List<Session> open(Session session, byte[] tokenHash, Instant expiresAt, int max, Instant forgetBefore) {
        return database.transaction(sql -> {
            sql.change("delete from sessions where user_id = ? and expires_at < ?", session.user(), forgetBefore);
            sql.change(
                    """
                    insert into sessions (id, user_id, os, platform, ip, created_at, last_used_at, expires_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""",
                    session.id(),
                    session.user(),
                    session.device().os(),
                    session.device().browser(),
                    session.device().ip(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    expiresAt);
            LastSeen.note(sql, session.user(), session.lastUsedAt());
            insertToken(sql, tokenHash, session.id(), expiresAt);
            return sql.list("""
                    update sessions set revoked_at = ? where id in (
                        select id from sessions
                        where user_id = ? and revoked_at is null and expires_at > ?
                        order by last_used_at desc, id desc offset ?)
                    returning *""", SessionStore::session, session.createdAt(), session.user(), session.createdAt(), max);
        });
    }

    /// Spends a token and stores its successor. The row locks make simultaneous uses of one token queue: the first
    /// renews, the second finds it spent.
    Rotation rotate(byte[] usedHash, byte[] freshHash, Device device, Instant now, Instant expiresAt) {
        return database.transaction(sql -> {
            var found = sql.first("""
                    select t.session_id, t.spent, s.user_id,
                        (t.expires_at > ? and s.revoked_at is null) as alive
                    from refresh_tokens t join sessions s on s.id = t.session_id
                    where t.hash = ? for update""", Found::read, now, usedHash);
            if (found.isEmpty() || !found.get().alive()) {
                return new Rotation.Refused();
            }
            var family = found.get();
            if (family.spent()) {
                sql.change("update sessions set revoked_at = ? where id = ?", now, family.session());
                return new Rotation.Reused(family.user(), family.session());
            }
            sql.change("update refresh_tokens set spent = true where hash = ?", (Object) usedHash);
            // A token that has expired is refused as such, so its reuse need not be noticed any more.
            sql.change("delete from refresh_tokens where session_id = ? and expires_at < ?", family.session(), now);
            insertToken(sql, freshHash, family.session(), expiresAt);
            sql.change("""
                    update sessions set last_used_at = ?, expires_at = ?, os = ?, platform = ?, ip = ?
                    where id = ?""", now, expiresAt, device.os(), device.browser(), device.ip(), family.session());
            LastSeen.note(sql, family.user(), now);
            return new Rotation.Renewed(family.user(), family.session());
        });
    }

    List<Session> of(UserId user, Instant now) {
        return database.list("""
                select * from sessions where user_id = ? and revoked_at is null and expires_at > ?
                order by last_used_at desc, id desc""", SessionStore::session, user, now);
    }

    /// Those of the sessions that were alive until now.
    List<Session> revoke(UserId user, List<EntityId> sessions, Instant now) {
        return database.list("""
                update sessions set revoked_at = ?
                where user_id = ? and id = any (?) and revoked_at is null returning *""", SessionStore::session, now, user, sessions);
    }

    /// Sessions that ended since, by whichever node.
    List<Revocation> revokedSince(Instant since) {
        return database.list(
                "select id, user_id, revoked_at from sessions where revoked_at >= ?",
                row -> new Revocation(
                        new EntityId(row.number("id")), new UserId(row.number("user_id")), row.instant("revoked_at")),
                since);
    }

    record Revocation(EntityId session, UserId user, Instant at) {}

    private record Found(EntityId session, UserId user, boolean spent, boolean alive) {
        static Found read(Row row) throws SQLException {
            return new Found(
                    new EntityId(row.number("session_id")),
                    new UserId(row.number("user_id")),
                    row.flag("spent"),
                    row.flag("alive"));
        }
    }

    private static void insertToken(Database.Sql sql, byte[] hash, EntityId session, Instant expiresAt)
            throws SQLException {
        sql.change(
                "insert into refresh_tokens (hash, session_id, expires_at) values (?, ?, ?)", hash, session, expiresAt);
    }

    private static Session session(Row row) throws SQLException {
        return new Session(
                new EntityId(row.number("id")),
                new UserId(row.number("user_id")),
                new Device(row.text("os"), row.text("platform"), row.text("ip")),
                row.instant("created_at"),
                row.instant("last_used_at"));
    }
}
