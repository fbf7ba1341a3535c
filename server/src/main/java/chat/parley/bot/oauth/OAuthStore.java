package chat.parley.bot.oauth;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tables `oauth_codes` and `oauth_grants`.
public final class OAuthStore {
    private final Database database;

    public OAuthStore(Database database) {
        this.database = database;
    }

    /// A code that came: what it stands for, and the grant that it became before.
    record Code(Asked asked, Instant expiresAt, @Nullable Long spentFor) {}

    void keep(byte[] hash, Asked asked, Instant expiresAt) {
        database.change(
                """
                insert into oauth_codes (hash, application, person, redirect, scopes, challenge, guild, channel,
                    expires_at)
                values (?, ?, ?, ?, ?::text[], ?, ?, ?, ?)""",
                hash,
                asked.application(),
                asked.person(),
                asked.redirect(),
                asked.scopes(),
                asked.challenge(),
                asked.guild(),
                asked.channel(),
                expiresAt);
    }

    Optional<Code> code(byte[] hash) {
        return database.first("select * from oauth_codes where hash = ?", OAuthStore::code, hash);
    }

    /// @return whether nobody was faster
    boolean spend(byte[] hash, EntityId grant) {
        return database.change("update oauth_codes set spent_for = ? where hash = ? and spent_for is null", grant, hash)
                == 1;
    }

    void forgetCodes(Instant before) {
        database.change("delete from oauth_codes where expires_at < ?", before);
    }

    void grant(Agreement it, byte[] access, byte @Nullable [] refresh) {
        database.change(
                """
                insert into oauth_grants (id, application, person, scopes, access_hash, refresh_hash, expires_at,
                    granted_at)
                values (?, ?, ?, ?::text[], ?, ?, ?, ?)""", it.id(), it.application(), it.person(), it.scopes(), access, refresh, it.expiresAt(), it.at());
    }

    Optional<Agreement> byAccess(byte[] hash) {
        return database.first("select * from oauth_grants where access_hash = ?", OAuthStore::agreement, hash);
    }

    Optional<Agreement> byRefresh(byte[] hash) {
        return database.first("select * from oauth_grants where refresh_hash = ?", OAuthStore::agreement, hash);
    }

    Optional<Agreement> bySpent(byte[] hash) {
        return database.first("select * from oauth_grants where spent_hash = ?", OAuthStore::agreement, hash);
    }

    /// @return false when somebody else renewed it meanwhile
    boolean renew(EntityId id, byte[] access, byte[] refresh, byte[] spent, Instant expiresAt) {
        return database.change("""
                        update oauth_grants set access_hash = ?, refresh_hash = ?, spent_hash = ?, expires_at = ?
                        where id = ? and refresh_hash = ?""", access, refresh, spent, expiresAt, id, spent) == 1;
    }

    List<Agreement> of(UserId person) {
        return database.list("select * from oauth_grants where person = ? order by id", OAuthStore::agreement, person);
    }

    List<Agreement> between(UserId person, UserId application) {
        return database.list(
                "select * from oauth_grants where person = ? and application = ? order by id",
                OAuthStore::agreement,
                person,
                application);
    }

    long people(UserId application) {
        return database.first(
                        "select count(distinct person) as people from oauth_grants where application = ?",
                        row -> row.number("people"),
                        application)
                .orElse(0L);
    }

    void end(EntityId id) {
        database.change("delete from oauth_grants where id = ?", id);
    }

    int endAll(UserId person, UserId application) {
        database.change("delete from oauth_codes where person = ? and application = ?", person, application);
        return database.change("delete from oauth_grants where person = ? and application = ?", person, application);
    }

    private static Code code(Row row) throws SQLException {
        var guild = row.numberOrNull("guild");
        var channel = row.numberOrNull("channel");
        var asked = new Asked(
                new UserId(row.number("application")),
                new UserId(row.number("person")),
                row.text("redirect"),
                row.texts("scopes"),
                row.textOrNull("challenge"),
                guild == null ? null : new GuildId(guild),
                channel == null ? null : new ChannelId(channel));
        return new Code(asked, row.instant("expires_at"), row.numberOrNull("spent_for"));
    }

    private static Agreement agreement(Row row) throws SQLException {
        return new Agreement(
                new EntityId(row.number("id")),
                new UserId(row.number("application")),
                new UserId(row.number("person")),
                row.texts("scopes"),
                row.instant("expires_at"),
                row.instant("granted_at"));
    }
}
