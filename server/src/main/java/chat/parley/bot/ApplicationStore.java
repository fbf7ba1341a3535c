package chat.parley.bot;

import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The table `applications`.
public final class ApplicationStore {
    private final Database database;

    public ApplicationStore(Database database) {
        this.database = database;
    }

    Optional<Application> find(UserId id) {
        return database.first("select * from applications where id = ?", ApplicationStore::application, id);
    }

    List<Application> all(Collection<UserId> ids) {
        return database.list(
                "select * from applications where id = any (?)", ApplicationStore::application, List.copyOf(ids));
    }

    List<Application> ownedBy(UserId owner) {
        return database.list(
                "select * from applications where owner_id = ? order by id", ApplicationStore::application, owner);
    }

    Optional<byte[]> privateKey(UserId id) {
        return database.first("select private_key from applications where id = ?", row -> row.bytes("private_key"), id);
    }

    void insert(Database.Sql sql, UserId id, UserId owner, String name, KeyBytes keys, Instant now)
            throws SQLException {
        sql.change("""
                insert into applications (id, owner_id, name, private_key, public_key, created_at)
                values (?, ?, ?, ?, ?, ?)""", id, owner, name, keys.secret(), keys.shown(), now);
    }

    void update(Application application) {
        var about = application.about();
        database.change(
                """
                update applications set name = ?, description = ?, icon = ?, tags = ?::text[], terms_url = ?,
                    privacy_url = ?, open = ?, flags = ?, interactions_url = ?, install_url = ?,
                    install_scopes = ?::text[], install_permissions = ?, in_guilds = ?, by_people = ?,
                    events_url = ?, events_status = ?, event_types = ?::text[], redirects = ?::text[],
                    public_client = ?
                where id = ?""",
                about.name(),
                about.description(),
                about.icon(),
                about.tags(),
                about.termsUrl(),
                about.privacyUrl(),
                application.open(),
                application.flags(),
                application.interactionsUrl(),
                application.install().url(),
                application.install().scopes(),
                application.install().permissions(),
                application.install().inGuilds(),
                application.install().byPeople(),
                application.reach().events().url(),
                application.reach().events().status(),
                application.reach().events().types(),
                application.access().redirects(),
                application.access().keyless(),
                application.id());
    }

    void tokenShown(UserId id, Instant now) {
        database.change("update applications set token_shown_at = ? where id = ?", now, id);
    }

    void secret(UserId id, byte[] hash, Instant now) {
        database.change("update applications set secret_hash = ?, secret_shown_at = ? where id = ?", hash, now, id);
    }

    Optional<byte[]> secretHash(UserId id) {
        return database.first(
                "select secret_hash from applications where id = ? and secret_hash is not null",
                row -> row.bytes("secret_hash"),
                id);
    }

    /// Nobody takes what it is told.
    void giveUp(UserId id) {
        database.change("update applications set events_status = ? where id = ?", Application.Events.GIVEN_UP, id);
    }

    void delete(Database.Sql sql, UserId id) throws SQLException {
        sql.change("delete from applications where id = ?", id);
    }

    private static Application application(Row row) throws SQLException {
        return new Application(
                new UserId(row.number("id")),
                new UserId(row.number("owner_id")),
                new Application.About(
                        row.text("name"),
                        row.text("description"),
                        row.textOrNull("icon"),
                        row.texts("tags"),
                        row.textOrNull("terms_url"),
                        row.textOrNull("privacy_url")),
                row.flag("open"),
                row.integer("flags"),
                Application.HexKey.of(row.bytes("public_key")),
                new Application.Reach(
                        row.textOrNull("interactions_url"),
                        new Application.Events(
                                row.textOrNull("events_url"), row.integer("events_status"), row.texts("event_types"))),
                new Application.Install(
                        row.textOrNull("install_url"),
                        row.texts("install_scopes"),
                        row.number("install_permissions"),
                        row.flag("in_guilds"),
                        row.flag("by_people")),
                new Application.Access(
                        row.instantOrNull("token_shown_at"),
                        row.instantOrNull("secret_shown_at"),
                        row.texts("redirects"),
                        row.flag("public_client")));
    }
}
