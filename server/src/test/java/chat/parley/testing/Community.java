package chat.parley.testing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.account.UserStore;
import chat.parley.account.Users;
import chat.parley.base.bus.Event;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.Furnishing;
import chat.parley.channel.Layout;
import chat.parley.channel.Overwrites;
import chat.parley.channel.Rearranging;
import chat.parley.channel.Viewers;
import chat.parley.channel.invite.Invites;
import chat.parley.channel.invite.VanityCodes;
import chat.parley.guild.Founding;
import chat.parley.guild.GuildSettings;
import chat.parley.guild.Guilds;
import chat.parley.guild.Role;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.member.Bans;
import chat.parley.guild.member.Members;
import chat.parley.guild.member.Membership;
import chat.parley.guild.role.Roles;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/// Guilds and channels as the program wires them, on a real database, with a clock that tests move.
public final class Community implements AutoCloseable {
    public final MovingClock clock;
    /// Deeds apart.
    public final List<Event> events = new CopyOnWriteArrayList<>();
    public final List<Deed> deeds = new CopyOnWriteArrayList<>();
    public final List<UserId> purged = new CopyOnWriteArrayList<>();
    public final InProcessBus bus;
    public final Database database;
    public final Users users;
    public final Guilds guilds;
    public final Channels channels;
    public final Viewers viewers;
    public final Founding founding;
    public final GuildSettings settings;
    public final Membership membership;
    public final Members members;
    public final Bans bans;
    public final Roles roles;
    public final Layout layout;
    public final Rearranging rearranging;
    public final Overwrites overwrites;
    public final Invites invites;
    public final VanityCodes vanities;

    private final TestDatabase own;
    private final Snowflakes ids;

    public Community() {
        this(TestDatabase.fresh(), new MovingClock(), null);
    }

    private Community(TestDatabase own, MovingClock clock, @Nullable Snowflakes before) {
        this.own = own;
        this.clock = clock;
        ids = before == null ? new Snowflakes(clock, 1) : before;
        database = own.database();
        bus = new InProcessBus();
        bus.subscribe(Event.class, it -> {
            if (it instanceof Deed deed) {
                deeds.add(deed);
            } else {
                events.add(it);
            }
        });
        users = new Users(new UserStore(database), ids, bus, clock);
        guilds = new Guilds(database, bus, clock);
        channels = new Channels(guilds, database, bus, clock);
        viewers = new Viewers(channels);
        var premises = new Furnishing(channels, ids);
        founding = new Founding(guilds, premises, database, ids, clock);
        settings = new GuildSettings(guilds, premises);
        membership = new Membership(guilds, database, clock);
        members = new Members(guilds, users, database, clock);
        bans = new Bans(guilds, (_, _, author, _) -> purged.add(author), database, clock);
        roles = new Roles(guilds, premises, database, ids);
        layout = new Layout(channels, database, ids);
        rearranging = new Rearranging(channels, database);
        overwrites = new Overwrites(channels, database);
        vanities = new VanityCodes(guilds, viewers, database);
        invites = new Invites(guilds, channels, membership, vanities, database, bus, clock);
    }

    /// The same after a restart: nothing in memory, all from the database. Only the ids go on where they were, because
    /// the clock stands still.
    public Community restarted() {
        return new Community(own, clock, ids);
    }

    public Caller person(String username) {
        var account = users.create(new NewAccount(username, null, null, User.Kind.PERSON), (_, _) -> {});
        return new Caller(account.id(), new EntityId(account.id().value()), false, false);
    }

    public GuildId guild(Caller owner) {
        return founding.found(owner, "Guild of " + owner.id(), null).id();
    }

    /// Somebody new who is a member.
    public Caller member(GuildId guild, String username) {
        var person = person(username);
        join(person, guild);
        return person;
    }

    public void join(Caller person, GuildId guild) {
        membership.join(person.id(), guild, false, _ -> {});
    }

    /// A role that grants exactly these, directly above `@everyone`.
    public Role role(Caller caller, GuildId guild, String name, Permission... permissions) {
        return roles.create(
                caller, guild, role -> role.shown(name, 0, false, false).granting(Permissions.bits(permissions)));
    }

    public void give(Caller caller, GuildId guild, Caller to, RoleId role) {
        members.give(caller, guild, to.id(), role);
    }

    /// Leaves `@everyone` with exactly these.
    public void everyoneMay(Caller owner, GuildId guild, Permission... permissions) {
        roles.edit(owner, guild, new RoleId(guild.value()), role -> role.granting(Permissions.bits(permissions)));
    }

    /// @throws AssertionError unless the guild has exactly one of that name
    public Channel channel(GuildId guild, String name) {
        var found =
                channels.in(guild).stream().filter(it -> it.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " channels are called " + name);
        }
        return found.getFirst();
    }

    public static Refusal refusal(Executable action) {
        return assertThrows(Refused.class, action).refusal();
    }

    @Override
    public void close() {
        own.close();
    }
}
