package chat.parley.audit;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// Writes what was done, and shows it to whoever may see it.
public final class AuditLog {
    /// As at Discord: single deletions that follow each other are one entry that counts them.
    private static final Duration COUNTED_TOGETHER = Duration.ofMinutes(5);

    private final Guilds guilds;
    private final AuditStore store;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;

    public AuditLog(Guilds guilds, Database database, Snowflakes ids, Bus bus, Clock clock) {
        this.guilds = guilds;
        this.store = new AuditStore(database);
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
        bus.subscribe(Deed.class, this::write);
    }

    public List<AuditEntry> read(Caller caller, GuildId guild, AuditQuery query) {
        guilds.of(caller, guild).requiring(Permission.VIEW_AUDIT_LOG);
        return store.page(guild, query);
    }

    /// Forgets what is older than that.
    ///
    /// @return how many entries; as many as may go at once when there are more
    public int forget(Duration age) {
        return store.deleteBelow(Snowflakes.floor(clock.instant().minus(age)), Limits.AUDIT_SWEEP_MAX);
    }

    private void write(Deed deed) {
        var entry = new AuditEntry(
                new EntityId(ids.next()),
                deed.guild(),
                deed.actor(),
                deed.kind(),
                deed.target(),
                deed.changes(),
                deed.options(),
                deed.reason());
        if (deed.kind() == DeedKind.MESSAGE_DELETE
                && store.count(entry, Snowflakes.floor(clock.instant().minus(COUNTED_TOGETHER)))) {
            return;
        }
        store.insert(entry);
        bus.publish(new AuditEvent.Written(entry));
    }
}
