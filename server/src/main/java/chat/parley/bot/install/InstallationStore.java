package chat.parley.bot.install;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The table `installations`.
public final class InstallationStore {
    private final Database database;

    public InstallationStore(Database database) {
        this.database = database;
    }

    /// @return true when it was not there before
    boolean save(Installation it) {
        return database.first(
                        """
                        insert into installations (guild, application, installed_by, scopes, permissions, installed_at)
                        values (?, ?, ?, ?::text[], ?, ?)
                        on conflict (guild, application) do update set installed_by = excluded.installed_by,
                            scopes = excluded.scopes, permissions = excluded.permissions
                        returning xmax = 0 as fresh""",
                        row -> row.flag("fresh"),
                        it.guild(),
                        it.application(),
                        it.installedBy(),
                        it.scopes(),
                        it.permissions(),
                        it.at())
                .orElse(true);
    }

    List<Installation> in(GuildId guild) {
        return database.list(
                "select * from installations where guild = ? order by installed_at",
                InstallationStore::installation,
                guild);
    }

    Optional<Installation> find(GuildId guild, UserId application) {
        return database.first(
                "select * from installations where guild = ? and application = ?",
                InstallationStore::installation,
                guild,
                application);
    }

    List<GuildId> guildsOf(UserId application) {
        return database.list(
                "select guild from installations where application = ?",
                row -> new GuildId(row.number("guild")),
                application);
    }

    long count(UserId application) {
        return database.first(
                        "select count(*) as guilds from installations where application = ?",
                        row -> row.number("guilds"),
                        application)
                .orElse(0L);
    }

    boolean delete(GuildId guild, UserId application) {
        return database.change("delete from installations where guild = ? and application = ?", guild, application)
                == 1;
    }

    private static Installation installation(Row row) throws SQLException {
        return new Installation(
                new GuildId(row.number("guild")),
                new UserId(row.number("application")),
                new UserId(row.number("installed_by")),
                row.texts("scopes"),
                row.number("permissions"),
                row.instant("installed_at"));
    }
}
