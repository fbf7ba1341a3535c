package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The channels of every guild that somebody has asked for, in memory. They change under the lock of their
/// guild, so a guild and its channels have one order of changes and events.
public final class Channels {
    private final ConcurrentHashMap<GuildId, Floor> floors = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ChannelId, GuildId> homes = new ConcurrentHashMap<>();
    private final Guilds guilds;
    private final ChannelStore store;
    private final ThreadStore threads;
    private final Bus bus;
    private final Clock clock;

    public Channels(Guilds guilds, Database database, Bus bus, Clock clock) {
        this.guilds = guilds;
        this.store = new ChannelStore(database);
        this.threads = new ThreadStore(database);
        this.bus = bus;
        this.clock = clock;
    }

    /// The communities that somebody is in.
    public List<GuildSnapshot> communitiesOf(UserId user) {
        return guilds.ofMember(user);
    }

    /// The channel as the caller sees it.
    ///
    /// @throws Refused with `Unknown` when it does not exist or lies in a guild that the caller is no
    ///     member of, with `NoAccess` when they are a member but may not see it
    public ChannelAccess seenBy(Caller caller, ChannelId id) {
        var view = viewAround(id);
        if (view == null) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        return seen(caller, view, id);
    }

    /// All channels of a guild, in the order of rows and positions, whoever asks.
    ///
    /// @throws Refused with `Unknown` when there is no such guild
    public List<Channel> in(GuildId guild) {
        return view(guild).channels();
    }

    /// A channel for whoever has a reason to know it without seeing it: an event's listener, an invite.
    public @Nullable Channel find(ChannelId id) {
        var view = viewAround(id);
        return view == null ? null : view.channel(id);
    }

    View view(GuildId guild) {
        var floor = floor(guild);
        var view = floor.view(guilds.snapshot(guild), clock);
        // Guild and channels change one after the other. Only if the guild is still the same were the two ever
        // true together; a pair that never was would have the epoch of one that was.
        for (var now = guilds.snapshot(guild); !view.isOf(now); now = guilds.snapshot(guild)) {
            view = floor.view(now, clock);
        }
        return view;
    }

    @Nullable
    View viewAround(ChannelId id) {
        var home = home(id);
        if (home == null || guilds.find(home) == null) {
            return null;
        }
        var view = view(home);
        if (view.channel(id) != null) {
            return view;
        }
        learn(home, List.of(id));
        return view(home);
    }

    /// Whether the id is that of a thread in memory; all that somebody writes in are.
    public boolean knowsThread(ChannelId id) {
        var home = homes.get(id);
        var floor = home == null ? null : floors.get(home);
        return floor != null && floor.threads().find(id) != null;
    }

    /// Those of the ids that are threads of the guild, archived or not; what is not in memory is learned at once.
    public List<Channel> threads(GuildId guild, Collection<ChannelId> ids) {
        var view = view(guild);
        var unknown = ids.stream().filter(it -> view.thread(it) == null).toList();
        if (!unknown.isEmpty()) {
            learn(guild, unknown);
        }
        var now = view(guild);
        return ids.stream().map(now::thread).filter(Objects::nonNull).toList();
    }

    /// The members of a thread, with the time at which each joined.
    public Map<UserId, Instant> membersOf(Channel thread) {
        return view(thread.guild()).membersOf(thread.id());
    }

    /// What was put away, in the database.
    public ThreadStore archive() {
        return threads;
    }

    /// Runs a change of threads while nobody else changes the guild.
    public <T> T writeThreads(GuildId guild, Function<ThreadWriting, T> change) {
        return write(guild, writing -> change.apply(new ThreadWriting(writing, threads)));
    }

    /// Brings archived threads into memory.
    private void learn(GuildId guild, Collection<ChannelId> ids) {
        var floor = floor(guild);
        while (true) {
            var before = floor.threads();
            var stored = threads.all(ids).stream()
                    .filter(it -> it.thread().guild().equals(guild))
                    .toList();
            if (stored.isEmpty() || floor.learn(before, stored)) {
                stored.forEach(it -> homes.put(it.thread().id(), guild));
                return;
            }
        }
    }

    /// Runs a change of channels while nobody else changes the guild.
    <T> T write(GuildId guild, Function<ChannelWriting, T> change) {
        return guilds.write(guild, writing -> {
            var floor = floor(guild);
            if (floor.doubtful()) {
                floor.become(new ChannelTable(store.load(guild), floor.table().epoch() + 1));
                var active = threads.active(guild);
                floor.change(before -> new ThreadTable(active, before.epoch() + 1));
            }
            try {
                return change.apply(new ChannelWriting(this, writing, floor, clock));
            } catch (DatabaseFault fault) {
                floor.doubt();
                throw fault;
            }
        });
    }

    /// Shows a change that is durable; called with the guild's lock held.
    void become(GuildId guild, ChannelTable next, List<ChannelEvent> events) {
        floor(guild).become(next);
        events.forEach(it -> publish(guild, it));
    }

    void publish(GuildId guild, ChannelEvent event) {
        switch (event) {
            case ChannelEvent.Created(var channel) -> homes.put(channel.id(), guild);
            case ChannelEvent.Deleted(var channel, var _) -> homes.remove(channel.id());
            case ChannelEvent.Updated _, ChannelEvent.ThreadMemberChanged _ -> {}
        }
        bus.publish(event);
    }

    /// Forgets the channels of a deleted guild; called with its lock held.
    void forget(GuildId guild) {
        var floor = floors.remove(guild);
        if (floor != null) {
            homes.values().removeIf(guild::equals);
        }
    }

    Floor floor(GuildId guild) {
        var known = floors.get(guild);
        return known != null ? known : floors.computeIfAbsent(guild, this::load);
    }

    /// @throws chat.parley.base.refusal.Refused as [#seenBy]
    static ChannelAccess seen(Caller caller, View view, ChannelId id) {
        var channel = view.channel(id);
        var self = view.guild().member(caller.id());
        if (channel == null || self == null) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
        long bits = view.permissions(caller.id(), id);
        if (!Permission.VIEW_CHANNEL.in(bits)) {
            throw new Refused(new Refusal.NoAccess());
        }
        return new ChannelAccess(caller, channel, view.guild(), self, bits);
    }

    private Floor load(GuildId guild) {
        var channels = store.load(guild);
        channels.forEach(channel -> homes.put(channel.id(), guild));
        var active = threads.active(guild);
        active.forEach(it -> homes.put(it.thread().id(), guild));
        return new Floor(new ChannelTable(channels, 1), new ThreadTable(active, 0));
    }

    private @Nullable GuildId home(ChannelId id) {
        var known = homes.get(id);
        if (known != null) {
            return known;
        }
        var stored = store.guildOf(id).or(() -> threads.guildOf(id)).orElse(null);
        if (stored != null) {
            homes.putIfAbsent(id, stored);
        }
        return stored;
    }
}
