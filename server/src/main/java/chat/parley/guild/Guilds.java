package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Every guild that somebody has asked for, in memory, and the one way to change one.
///
/// Reading is a look-up and takes no lock. A change holds the guild's lock from the check to the event, so that
/// what was checked is still true when it is written, the database and memory change in one order, and events
/// leave in it.
public final class Guilds {
    private final ConcurrentHashMap<GuildId, GuildHall> halls = new ConcurrentHashMap<>();
    private final GuildStore store;
    private final Memberships memberships;
    private final Bus bus;
    private final Clock clock;

    public Guilds(Database database, Bus bus, Clock clock) {
        this.store = new GuildStore(database);
        this.memberships = new Memberships(store);
        this.bus = bus;
        this.clock = clock;
    }

    /// The guild as the caller sees it.
    ///
    /// @throws Refused with `Unknown` when it does not exist or they are no member
    public GuildAccess of(Caller caller, GuildId id) {
        if (!memberships.of(caller.id()).communities().contains(id)) {
            throw Refusal.unknown(Thing.GUILD);
        }
        return GuildWriting.access(caller, snapshot(id), clock);
    }

    /// All communities of a user, in the order in which they joined.
    public List<GuildSnapshot> ofMember(UserId user) {
        return snapshots(memberships.of(user).communities());
    }

    /// In how many communities of those a user is. Without loading any.
    public long count(UserId user, Predicate<GuildId> of) {
        return memberships.of(user).communities().stream().filter(of).count();
    }

    /// All conversations of a user, also those they have closed, in the order in which they began.
    public List<GuildSnapshot> conversationsOf(UserId user) {
        return snapshots(memberships.of(user).conversations());
    }

    /// The communities that two people are both in. From memory, once both have turned up.
    public List<GuildId> shared(UserId one, UserId other) {
        var theirs = memberships.of(other).communities();
        return memberships.of(one).communities().stream()
                .filter(theirs::contains)
                .toList();
    }

    private List<GuildSnapshot> snapshots(List<GuildId> ids) {
        return ids.stream().map(this::find).filter(Objects::nonNull).toList();
    }

    /// A guild for whoever has a reason to know it without being a member: an event's listener, an invite.
    public @Nullable GuildSnapshot find(GuildId id) {
        var hall = hall(id);
        return hall == null ? null : hall.now();
    }

    /// Whether a member may write to others with whom they share only this guild: not while moderators have paused it,
    /// nor before they have accepted the rules.
    public boolean letsWrite(GuildId id, UserId user) {
        var guild = find(id);
        var member = guild == null ? null : guild.member(user);
        return guild != null
                && member != null
                && !member.arrival().pending()
                && !guild.guild().settings().safety().dmsPaused(clock.instant());
    }

    /// @throws Refused with `Unknown`
    public GuildSnapshot snapshot(GuildId id) {
        var snapshot = find(id);
        if (snapshot == null) {
            throw Refusal.unknown(Thing.GUILD);
        }
        return snapshot;
    }

    /// Runs a change while nobody else changes the guild.
    ///
    /// @throws Refused with `Unknown` when it does not exist
    public <T> T write(GuildId id, Function<GuildWriting, T> change) {
        var hall = hall(id);
        if (hall == null) {
            throw Refusal.unknown(Thing.GUILD);
        }
        hall.lock.lock();
        try {
            return change.apply(writing(hall));
        } catch (DatabaseFault fault) {
            hall.doubt();
            throw fault;
        } finally {
            hall.lock.unlock();
        }
    }

    /// @throws Refused with `Full` when the user can join no further guild
    public void requireRoomFor(UserId user) {
        if (memberships.of(user).communities().size() >= Limits.GUILDS_PER_USER_MAX) {
            throw new Refused(new Refusal.Full(Thing.GUILD, Limits.GUILDS_PER_USER_MAX));
        }
    }

    /// Shows a guild that has just been stored.
    void open(GuildSnapshot founded) {
        var hall = new GuildHall(founded);
        hall.lock.lock();
        try {
            halls.put(founded.id(), hall);
            founded.members().forEach(member -> memberships.joined(member.user(), founded.id(), founded.isPrivate()));
            bus.publish(new GuildEvent.Created(founded.guild()));
        } finally {
            hall.lock.unlock();
        }
    }

    /// Forgets a guild that has just been deleted; called with its lock held.
    void close(GuildSnapshot deleted) {
        var hall = halls.remove(deleted.id());
        if (hall != null) {
            hall.raze();
        }
        deleted.members().forEach(member -> memberships.left(member.user(), deleted.id()));
        bus.publish(new GuildEvent.Deleted(deleted.id(), deleted.isPrivate()));
    }

    private @Nullable GuildHall hall(GuildId id) {
        var known = halls.get(id);
        return known != null ? known : halls.computeIfAbsent(id, this::load);
    }

    private @Nullable GuildHall load(GuildId id) {
        return store.load(id).map(GuildHall::new).orElse(null);
    }

    private GuildWriting writing(GuildHall hall) {
        if (hall.razed()) {
            throw Refusal.unknown(Thing.GUILD);
        }
        if (hall.doubtful()) {
            var stored = store.load(hall.now().id()).orElseThrow(() -> Refusal.unknown(Thing.GUILD));
            hall.become(stored.after(hall.now().epoch()));
        }
        return new GuildWriting(hall, memberships, store, bus, clock);
    }
}
