package chat.parley.channel.thread;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.channel.ThreadWriting;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Who is in a thread.
public final class ThreadMembers {
    private final Channels channels;
    private final Clock clock;

    public ThreadMembers(Channels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    public void join(Caller caller, ChannelId id) {
        inside(caller, id, (writing, access) -> add(writing, access.channel(), caller.id()));
    }

    public void leave(Caller caller, ChannelId id) {
        inside(caller, id, (writing, access) -> writing.leave(access.channel(), caller.id()));
    }

    /// Adds somebody who may see the channel that the thread belongs to.
    ///
    /// @return whether they were not in it before
    public boolean add(Caller caller, ChannelId id, UserId user) {
        boolean[] added = {false};
        inside(caller, id, (writing, access) -> {
            access.requiring(Permission.SEND_MESSAGES);
            var thread = access.channel();
            var state = ThreadRules.state(thread);
            boolean own = state.owner().equals(caller.id());
            if (thread.kind() == Channel.Kind.PRIVATE_THREAD && !state.invitable() && !own) {
                access.requiring(Permission.MANAGE_THREADS);
            }
            if (writing.guild().member(user) == null
                    || !writing.view().canView(user, Objects.requireNonNull(thread.parent()))) {
                throw Refusal.unknown(Thing.MEMBER);
            }
            added[0] = add(writing, thread, user);
        });
        return added[0];
    }

    /// Takes somebody out: whoever manages threads may, and the owner of a private one.
    public void remove(Caller caller, ChannelId id, UserId user) {
        inside(caller, id, (writing, access) -> {
            var thread = access.channel();
            boolean own = thread.kind() == Channel.Kind.PRIVATE_THREAD
                    && ThreadRules.state(thread).owner().equals(caller.id());
            if (!own) {
                access.requiring(Permission.MANAGE_THREADS);
            }
            if (!writing.view().membersOf(id).containsKey(user)) {
                throw Refusal.unknown(Thing.MEMBER);
            }
            writing.leave(thread, user);
        });
    }

    /// All members with the time at which each joined, in the order of their ids.
    public Map<UserId, Instant> of(Caller caller, ChannelId id) {
        var access = channels.seenBy(caller, id);
        ThreadRules.state(access.channel());
        return new TreeMap<>(channels.membersOf(access.channel()));
    }

    /// Somebody whom a message called is made a member, if they may see the thread's channel and there is room.
    public void called(Channel thread, UserId user) {
        channels.writeThreads(thread.guild(), writing -> {
            var now = writing.view().thread(thread.id());
            if (now != null && open(now) && sees(writing, user, now) && room(writing, now)) {
                writing.join(now, user, now());
            }
            return true;
        });
    }

    /// Who left the guild is in none of its threads any more.
    public void left(GuildId guild, UserId user) {
        channels.writeThreads(guild, writing -> {
            writing.threadsOf(user).forEach(it -> writing.leave(it, user));
            return true;
        });
    }

    private interface Change {
        void in(ThreadWriting writing, ChannelAccess access);
    }

    private void inside(Caller caller, ChannelId id, Change change) {
        var guild = channels.seenBy(caller, id).channel().guild();
        channels.writeThreads(guild, writing -> {
            var access = writing.seenBy(caller, id);
            ThreadRules.requireOpen(access.channel());
            change.in(writing, access);
            return true;
        });
    }

    private boolean add(ThreadWriting writing, Channel thread, UserId user) {
        if (writing.view().membersOf(thread.id()).containsKey(user)) {
            return false;
        }
        if (!room(writing, thread)) {
            throw new Refused(new Refusal.Full(Thing.MEMBER, Limits.THREAD_MEMBERS_MAX));
        }
        writing.join(thread, user, now());
        return true;
    }

    private static boolean open(Channel thread) {
        return thread.kind() != Channel.Kind.PRIVATE_THREAD
                || ThreadRules.state(thread).invitable();
    }

    private static boolean sees(ThreadWriting writing, UserId user, Channel thread) {
        return thread.parent() != null && writing.view().canView(user, thread.parent());
    }

    private static boolean room(ThreadWriting writing, Channel thread) {
        return writing.view().membersOf(thread.id()).size() < Limits.THREAD_MEMBERS_MAX;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
