package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.util.List;
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
    private final Bus bus;
    private final Clock clock;

    public Channels(Guilds guilds, Database database, Bus bus, Clock clock) {
        this.guilds = guilds;
        this.store = new ChannelStore(database);
        this.bus = bus;
        this.clock = clock;
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
        return home == null || guilds.find(home) == null ? null : view(home);
    }

    /// Runs a change of channels while nobody else changes the guild.
    <T> T write(GuildId guild, Function<ChannelWriting, T> change) {
        return guilds.write(guild, writing -> {
            var floor = floor(guild);
            if (floor.doubtful()) {
                floor.become(new ChannelTable(store.load(guild), floor.table().epoch() + 1));
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
        for (var event : events) {
            switch (event) {
                case ChannelEvent.Created(var channel) -> homes.put(channel.id(), guild);
                case ChannelEvent.Deleted(var channel) -> homes.remove(channel.id());
                case ChannelEvent.Updated _ -> {}
            }
            bus.publish(event);
        }
    }

    /// Forgets the channels of a deleted guild; called with its lock held.
    void forget(GuildId guild) {
        var floor = floors.remove(guild);
        if (floor != null) {
            floor.table().list().forEach(channel -> homes.remove(channel.id()));
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
        return new Floor(new ChannelTable(channels, 1));
    }

    private @Nullable GuildId home(ChannelId id) {
        var known = homes.get(id);
        if (known != null) {
            return known;
        }
        var stored = store.guildOf(id).orElse(null);
        if (stored != null) {
            homes.putIfAbsent(id, stored);
        }
        return stored;
    }
}
