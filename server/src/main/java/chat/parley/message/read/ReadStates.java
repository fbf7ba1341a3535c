package chat.parley.message.read;

import chat.parley.account.Caller;
import chat.parley.account.alert.Alerts;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.friend.Relations;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.message.MessageEvent;
import chat.parley.message.Messages;
import chat.parley.message.read.ReadStateStore.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What people have read.
public final class ReadStates {
    private final Messages messages;
    private final Guilds guilds;
    private final Channels channels;
    private final Viewers viewers;
    private final Relations relations;
    private final Alerts alerts;
    private final ReadStateStore store;
    private final Bus bus;

    public ReadStates(
            Messages messages,
            Guilds guilds,
            Channels channels,
            Viewers viewers,
            Relations relations,
            Alerts alerts,
            Database database,
            Bus bus) {
        this.messages = messages;
        this.guilds = guilds;
        this.channels = channels;
        this.viewers = viewers;
        this.relations = relations;
        this.alerts = alerts;
        this.store = new ReadStateStore(database);
        this.bus = bus;
    }

    /// Everything up to that message is read.
    ///
    /// @param back whether this may mark as unread what was read before
    public ReadState ack(Caller caller, ChannelId channel, MessageId upTo, boolean back) {
        var access = channels.seenBy(caller, channel);
        var end = messages.lastIn(List.of(channel)).getOrDefault(channel, upTo);
        var known = upTo.compareTo(end) > 0 ? end : upTo;
        var now = known;
        if (back) {
            store.place(caller.id(), channel, known);
        } else {
            now = store.advance(caller.id(), channel, known);
        }
        var state = counted(access, now);
        bus.publish(new MessageEvent.Acked(access.guild().id(), channel, caller.id(), state.upTo(), state.mentions()));
        return state;
    }

    /// As [#ack], for one of many: a channel that is gone or hidden by now is passed over.
    public void ackIfSeen(Caller caller, ChannelId channel, MessageId upTo) {
        if (viewers.canView(caller.id(), channel)) {
            ack(caller, channel, upTo, false);
        }
    }

    /// A state for every channel that the person sees and that can hold messages, of all their guilds.
    public List<ReadState> of(UserId user) {
        var read = store.of(user);
        var states = new ArrayList<ReadState>();
        for (var guild : guilds.ofMember(user)) {
            var member = guild.member(user);
            if (member != null) {
                states.addAll(of(guild, member, read));
            }
        }
        states.addAll(inConversations(user, read));
        return states;
    }

    private List<ReadState> inConversations(UserId user, Map<ChannelId, MessageId> read) {
        var states = new ArrayList<ReadState>();
        for (var conversation : guilds.conversationsOf(user)) {
            var member = conversation.member(user);
            if (member != null) {
                states.addAll(places(conversation, member, read));
            }
        }
        if (states.isEmpty()) {
            return states;
        }
        var unread = store.unread(user, states);
        return states.stream()
                .map(it -> new ReadState(it.channel(), it.upTo(), unread.getOrDefault(it.channel(), 0)))
                .toList();
    }

    private List<ReadState> of(GuildSnapshot guild, Member member, Map<ChannelId, MessageId> read) {
        var states = places(guild, member, read);
        if (states.isEmpty()) {
            return states;
        }
        var calls = store.calls(target(member, guild.id()), states);
        return states.stream()
                .map(it -> new ReadState(it.channel(), it.upTo(), calls.getOrDefault(it.channel(), 0)))
                .toList();
    }

    /// Where the member reads, calls not counted yet.
    private List<ReadState> places(GuildSnapshot guild, Member member, Map<ChannelId, MessageId> read) {
        var joined = new MessageId(Math.max(1, Snowflakes.floor(member.joinedAt())));
        var view = viewers.of(guild.id());
        var threads = view.threadsVisibleTo(member.user()).stream()
                .filter(it -> view.membersOf(it.id()).containsKey(member.user()));
        return Stream.concat(view.visibleTo(member.user()).stream(), threads)
                .filter(it -> it.kind().holdsMessages())
                .map(it -> new ReadState(it.id(), read.getOrDefault(it.id(), joined), 0))
                .toList();
    }

    private Target target(Member member, GuildId guild) {
        var own = alerts.of(member.user(), guild);
        var unheard = new ArrayList<>(relations.blockedBy(member.user()));
        unheard.add(member.user());
        return new Target(
                member.user(),
                own.suppressEveryone() ? null : guild,
                own.suppressRoles() ? List.of() : member.roles(),
                unheard);
    }

    private ReadState counted(ChannelAccess access, MessageId upTo) {
        GuildId guild = access.guild().id();
        var channel = access.channel().id();
        var state = new ReadState(channel, upTo, 0);
        if (access.guild().isPrivate()) {
            var unread = store.unread(access.caller().id(), List.of(state));
            return new ReadState(channel, upTo, unread.getOrDefault(channel, 0));
        }
        var target = target(access.self(), guild);
        return new ReadState(channel, upTo, store.calls(target, List.of(state)).getOrDefault(channel, 0));
    }
}
