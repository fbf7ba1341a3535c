package chat.parley.conversation;

import chat.parley.account.Caller;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.channel.PrivateRooms;
import chat.parley.guild.Gathering;
import chat.parley.guild.Guild;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/// Beginning, finding and closing conversations. Those who come and go in a group are [Groups].
public final class Conversations {
    private final Guilds guilds;
    private final Channels channels;
    private final Users users;
    private final Gathering gathering;
    private final PrivateRooms rooms;
    private final Reach reach;
    private final DirectStore store;
    private final Bus bus;
    /// Held while one begins, so that two people who write to each other at once get the same.
    private final ReentrantLock beginning = new ReentrantLock();

    public Conversations(
            Guilds guilds,
            Channels channels,
            Users users,
            Gathering gathering,
            PrivateRooms rooms,
            Reach reach,
            Database database,
            Bus bus) {
        this.guilds = guilds;
        this.channels = channels;
        this.users = users;
        this.gathering = gathering;
        this.rooms = rooms;
        this.reach = reach;
        this.store = new DirectStore(database);
        this.bus = bus;
    }

    /// The one conversation of the caller and somebody else, which begins if there is none. The caller's list shows
    /// it from now on; the other's does when the first message comes.
    ///
    /// @throws Refused with `Unknown` for nobody, with `Unfit` for oneself and for whom the caller may not write to
    public GuildSnapshot with(Caller caller, UserId other) {
        if (other.equals(caller.id())) {
            throw Refusal.unfit(Why.INVALID_RECIPIENTS);
        }
        var known = store.find(caller.id(), other).orElse(null);
        if (known == null) {
            users.one(other);
            requireReach(caller.id(), other);
            known = begun(caller.id(), other);
        }
        var id = known;
        rooms.open(id, caller.id(), it -> bus.publish(new ConversationEvent.Opened(id, it)));
        return guilds.snapshot(id);
    }

    /// Begins a group of the caller and the others.
    ///
    /// @throws Refused with `Unfit` when somebody is no person, is unknown or may not be written to; with `Full`
    public GuildSnapshot among(Caller caller, Collection<UserId> others) {
        var people = new LinkedHashSet<UserId>(others);
        people.add(caller.id());
        if (people.size() > Limits.GROUP_PEOPLE_MAX) {
            throw new Refused(new Refusal.Full(Thing.RECIPIENT, Limits.GROUP_PEOPLE_MAX));
        }
        people.stream().filter(it -> !it.equals(caller.id())).forEach(it -> requireGuest(caller.id(), it));
        requireRoom(people);
        return gathering.gather(
                Guild.Kind.GROUP,
                caller.id(),
                people,
                (sql, id) -> PrivateRooms.furnish(sql, id, Channel.Kind.GROUP, List.of()));
    }

    /// Those that the caller's list shows.
    public List<GuildSnapshot> of(Caller caller) {
        return guilds.conversationsOf(caller.id()).stream()
                .filter(it -> shown(caller.id(), it.id()))
                .toList();
    }

    /// Hides a conversation of two from the caller's list until somebody writes.
    public void close(Caller caller, GuildId id) {
        rooms.close(id, caller.id(), it -> bus.publish(new ConversationEvent.Closed(id, it)));
    }

    /// Asked before a message is written in a conversation, which it opens for everybody.
    ///
    /// @throws Refused with `Unfit` when the other does not want to hear from the caller
    public void admit(ChannelAccess access) {
        var guild = access.guild();
        if (guild.guild().kind() == Guild.Kind.DIRECT) {
            requireReach(access.caller().id(), other(guild, access.caller().id()));
        }
        if (!access.channel().overwrites().isEmpty()) {
            rooms.open(guild.id(), null, it -> bus.publish(new ConversationEvent.Opened(guild.id(), it)));
        }
    }

    /// The other of a conversation of two.
    public static UserId other(GuildSnapshot direct, UserId self) {
        return direct.members().page(0, 2).stream()
                .map(it -> it.user())
                .filter(it -> !it.equals(self))
                .findFirst()
                .orElse(self);
    }

    void requireGuest(UserId by, UserId guest) {
        if (users.one(guest).kind() != User.Kind.PERSON) {
            throw Refusal.unfit(Why.INVALID_RECIPIENTS);
        }
        requireReach(by, guest);
    }

    void requireRoom(Collection<UserId> people) {
        for (var it : people) {
            long groups = guilds.conversationsOf(it).stream()
                    .filter(one -> one.guild().kind() == Guild.Kind.GROUP)
                    .count();
            if (groups >= Limits.GROUPS_PER_USER_MAX) {
                throw new Refused(new Refusal.Full(Thing.RECIPIENT, Limits.GROUPS_PER_USER_MAX));
            }
        }
    }

    private void requireReach(UserId by, UserId to) {
        if (!reach.mayWrite(by, to)) {
            throw Refusal.unfit(Why.CANNOT_REACH);
        }
    }

    private GuildId begun(UserId self, UserId other) {
        beginning.lock();
        try {
            return store.find(self, other)
                    .orElseGet(() -> gathering
                            .gather(Guild.Kind.DIRECT, self, List.of(self, other), (sql, id) -> {
                                PrivateRooms.furnish(sql, id, Channel.Kind.DIRECT, List.of(other));
                                DirectStore.insert(sql, self, other, id);
                            })
                            .id());
        } finally {
            beginning.unlock();
        }
    }

    private boolean shown(UserId user, GuildId id) {
        var channel = channels.find(new ChannelId(id.value()));
        return channel != null && Objects.isNull(channel.overwrite(user.value()));
    }
}
