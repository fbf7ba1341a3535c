package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.sql.Database;
import chat.parley.permission.Permissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Guilds come and go: each with its first channels, its role `@everyone` and its owner, all or nothing.
public final class Founding {
    private final Guilds guilds;
    private final Premises premises;
    private final Database database;
    private final GuildStore store;
    private final Snowflakes ids;
    private final Clock clock;

    public Founding(Guilds guilds, Premises premises, Database database, Snowflakes ids, Clock clock) {
        this.guilds = guilds;
        this.premises = premises;
        this.database = database;
        this.store = new GuildStore(database);
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes a guild that the caller owns.
    public GuildSnapshot found(Caller caller, String name, @Nullable String description) {
        return foundAs(caller, name, (sql, id) -> {
            var everyone = new Role(
                    new RoleId(id.value()),
                    id,
                    "@everyone",
                    Role.Look.PLAIN,
                    false,
                    false,
                    null,
                    0,
                    Permissions.DEFAULT);
            var settings = Guild.Settings.initial(premises.furnish(sql, id));
            return new Blueprint.Beginning(description, settings, List.of(everyone));
        });
    }

    /// Makes a guild that the caller owns and that begins as the blueprint says.
    public GuildSnapshot foundAs(Caller caller, String name, Blueprint blueprint) {
        requireName(name);
        guilds.requireRoomFor(caller.id());
        var id = new GuildId(ids.next());
        var owner = new Member(caller.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), false);
        var founded = database.transaction(sql -> {
            var beginning = blueprint.begin(sql, id);
            var guild = new Guild(
                    id,
                    Guild.Kind.COMMUNITY,
                    name,
                    Guild.Pictures.NONE,
                    beginning.description(),
                    caller.id(),
                    beginning.settings(),
                    Reception.PLAIN,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            var roles = beginning.roles();
            store.insert(sql, guild, roles.getFirst(), List.of(owner));
            for (var role : roles.subList(1, roles.size())) {
                GuildStore.insert(sql, role);
            }
            return new GuildSnapshot(guild, RoleTable.of(roles), MemberTable.ofSorted(List.of(owner)), 1);
        });
        guilds.open(founded);
        return founded;
    }

    /// Deletes a guild and all in it; only its owner may.
    public void raze(Caller caller, GuildId id) {
        guilds.write(id, writing -> {
            writing.as(caller).requiringOwner();
            var after = database.transaction(sql -> {
                var razed = premises.raze(sql, id);
                store.delete(sql, id);
                return razed;
            });
            guilds.close(writing.now());
            after.run();
            return true;
        });
    }

    static void requireName(String name) {
        int length = name.codePointCount(0, name.length());
        if (length < Limits.GUILD_NAME_MIN_CHARS || length > Limits.GUILD_NAME_MAX_CHARS) {
            throw Refusal.length("name", Limits.GUILD_NAME_MIN_CHARS, Limits.GUILD_NAME_MAX_CHARS);
        }
    }
}
