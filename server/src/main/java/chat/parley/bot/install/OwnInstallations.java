package chat.parley.bot.install;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import java.time.Clock;
import java.util.List;

/// Applications that people have for themselves: their commands follow them wherever they may use any. The table is
/// `own_installations`.
public final class OwnInstallations {
    private final Database database;
    private final Bus bus;
    private final Clock clock;

    public OwnInstallations(Database database, Bus bus, Clock clock) {
        this.database = database;
        this.bus = bus;
        this.clock = clock;
    }

    /// @throws Refused with `Full` when the caller has too many
    public void install(Caller caller, UserId application) {
        if (of(caller.id()).size() >= Limits.OWN_INSTALLATIONS_MAX) {
            throw new Refused(new Refusal.Full(Thing.INTEGRATION, Limits.OWN_INSTALLATIONS_MAX));
        }
        int fresh = database.change("""
                insert into own_installations (person, application, installed_at) values (?, ?, ?)
                on conflict do nothing""", caller.id(), application, clock.instant());
        if (fresh == 1) {
            bus.publish(new OwnInstalled(application, caller.id()));
        }
    }

    /// @return false when it was not there
    public boolean remove(Caller caller, UserId application) {
        return database.change(
                        "delete from own_installations where person = ? and application = ?", caller.id(), application)
                == 1;
    }

    public boolean has(UserId person, UserId application) {
        return database.first(
                        "select 1 as one from own_installations where person = ? and application = ?",
                        row -> row.integer("one"),
                        person,
                        application)
                .isPresent();
    }

    public List<UserId> of(UserId person) {
        return database.list(
                "select application from own_installations where person = ? order by installed_at",
                row -> new UserId(row.number("application")),
                person);
    }

    /// By how many people.
    public long count(UserId application) {
        return database.first(
                        "select count(*) as people from own_installations where application = ?",
                        row -> row.number("people"),
                        application)
                .orElse(0L);
    }
}
