package chat.parley.channel.thread;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.channel.ThreadWriting;
import chat.parley.channel.trait.ThreadState;
import chat.parley.guild.Standing;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Threads are started, changed and deleted, and open again when somebody writes in them.
public final class Threads {
    private final Channels channels;
    private final Standing standing;
    private final Clock clock;

    public Threads(Channels channels, Standing standing, Clock clock) {
        this.channels = channels;
        this.standing = standing;
        this.clock = clock;
    }

    /// Starts a thread, of which the caller is the first member.
    ///
    /// @param id that of the message it starts from, or a new one
    /// @throws chat.parley.base.refusal.Refused when the caller may not, is too new, there is one already, or
    ///     too many are active
    public Channel start(Caller caller, ChannelId parent, ChannelId id, ThreadDraft draft) {
        var before = channels.seenBy(caller, parent);
        standing.require(before.guild(), caller, before.self());
        return channels.writeThreads(before.channel().guild(), writing -> {
            var access = writing.seenBy(caller, parent);
            var kind = kind(access.channel(), draft);
            requireMayStart(access, kind);
            if (writing.exists(id)) {
                throw Refusal.unfit(Why.THREAD_ALREADY_STARTED);
            }
            requireRoom(writing);
            Tags.requireFit(access, draft.tags());
            var thread = thread(access.channel(), caller.id(), id, kind, draft);
            writing.open(thread, caller.id(), now());
            writing.note(ThreadDeeds.created(caller, thread));
            return thread;
        });
    }

    /// Starts a post for a webhook, which is a member of nothing; what it may has been asked before.
    public Channel startFor(UserId webhook, Channel forum, ChannelId id, ThreadDraft draft) {
        return channels.writeThreads(forum.guild(), writing -> {
            requireRoom(writing);
            Tags.requireFit(forum, draft.tags(), false);
            var thread = thread(forum, webhook, id, Channel.Kind.PUBLIC_THREAD, draft);
            writing.open(thread);
            return thread;
        });
    }

    /// Changes a thread; what that takes depends on what is changed.
    public Channel change(Caller caller, ChannelId id, ThreadChange change) {
        var guild = channels.seenBy(caller, id).channel().guild();
        return channels.writeThreads(guild, writing -> {
            var access = writing.seenBy(caller, id);
            var before = access.channel();
            ThreadRules.requireMayChange(access, change);
            if (change.tags() != null) {
                Tags.requireFit(parentOf(writing, access), change.tags());
            }
            if (Boolean.FALSE.equals(change.archived()) && before.archived()) {
                requireRoom(writing);
            }
            var after = changed(before, change);
            if (!after.equals(before)) {
                writing.change(before, after);
                writing.note(ThreadDeeds.updated(caller, before, after));
            }
            return after;
        });
    }

    public Channel delete(Caller caller, ChannelId id) {
        var guild = channels.seenBy(caller, id).channel().guild();
        return channels.writeThreads(guild, writing -> {
            var gone = writing.seenBy(caller, id)
                    .requiring(Permission.MANAGE_THREADS)
                    .channel();
            ThreadRules.state(gone);
            writing.delete(gone);
            writing.note(ThreadDeeds.deleted(caller, gone));
            return gone;
        });
    }

    /// Deletes a thread that has just been started, whoever asks: its first message could not be written.
    public void takeBack(Channel thread) {
        channels.writeThreads(thread.guild(), writing -> {
            if (writing.exists(thread.id())) {
                writing.delete(thread);
            }
            return true;
        });
    }

    /// Lets somebody write: opens the thread again when it is archived, and makes them a member. Costs nothing in a
    /// channel that is no thread, and two look-ups in one that is open and theirs.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unfit` when the thread is locked
    public ChannelAccess admitted(ChannelAccess access) {
        var state = access.channel().thread();
        if (state == null) {
            return access;
        }
        if (state.locked()) {
            ThreadRules.requireMayOpenLocked(access);
        }
        var caller = access.caller();
        boolean member = channels.membersOf(access.channel()).containsKey(caller.id());
        if (!state.archived() && member) {
            return access;
        }
        return channels.writeThreads(access.channel().guild(), writing -> {
            var inside = writing.seenBy(caller, access.channel().id());
            if (inside.channel().archived()) {
                requireRoom(writing);
                writing.change(inside.channel(), changed(inside.channel(), ThreadChange.archiving(false)));
            }
            if (writing.view().membersOf(inside.channel().id()).size() < Limits.THREAD_MEMBERS_MAX) {
                writing.join(inside.channel(), caller.id(), now());
            }
            return writing.seenBy(caller, access.channel().id());
        });
    }

    /// Archives what nobody wrote in for long enough.
    ///
    /// @param idle decides again, while nobody else changes the thread
    public void archiveIdle(Channel thread, Predicate<Channel> idle) {
        channels.writeThreads(thread.guild(), writing -> {
            var before = writing.view().thread(thread.id());
            if (before != null && !before.archived() && idle.test(before)) {
                writing.change(before, changed(before, ThreadChange.archiving(true)));
            }
            return true;
        });
    }

    private Channel changed(Channel before, ThreadChange change) {
        var state = ThreadRules.state(before);
        var next = state.archived(or(change.archived(), state.archived()), now())
                .locked(or(change.locked(), state.locked()))
                .invitable(or(change.invitable(), state.invitable()))
                .archivedAfter(or(change.autoArchiveMin(), state.autoArchiveMin()))
                .pinned(or(change.pinned(), state.pinned()))
                .tagged(or(change.tags(), state.tags()));
        return before.with(next)
                .named(or(change.name(), before.name()))
                .with(before.details()
                        .slowedTo(or(change.slowmodeS(), before.details().slowmodeS())));
    }

    private Channel thread(Channel parent, UserId owner, ChannelId id, Channel.Kind kind, ThreadDraft draft) {
        var defaults = parent.details().threads();
        int archiveMin = or(
                draft.autoArchiveMin(),
                Objects.requireNonNullElse(defaults.autoArchiveMin(), ThreadDraft.USUAL_AUTO_ARCHIVE_MIN));
        var now = now();
        var state = new ThreadState(owner, false, false, draft.invitable(), archiveMin, now, now, false, draft.tags());
        return new Channel(
                id,
                parent.guild(),
                kind,
                draft.name(),
                0,
                parent.id(),
                Channel.Details.PLAIN.slowedTo(or(draft.slowmodeS(), defaults.slowmodeS())),
                List.of(),
                state);
    }

    private static Channel.Kind kind(Channel parent, ThreadDraft draft) {
        return switch (parent.kind()) {
            case TEXT ->
                draft.kind() == Channel.Kind.PRIVATE_THREAD ? Channel.Kind.PRIVATE_THREAD : Channel.Kind.PUBLIC_THREAD;
            case ANNOUNCEMENT -> Channel.Kind.ANNOUNCEMENT_THREAD;
            case FORUM, MEDIA -> Channel.Kind.PUBLIC_THREAD;
            default -> throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        };
    }

    private static void requireMayStart(ChannelAccess access, Channel.Kind kind) {
        if (access.channel().kind().holdsPosts()) {
            access.requiring(Permission.SEND_MESSAGES);
        } else if (kind == Channel.Kind.PRIVATE_THREAD) {
            access.requiring(Permission.CREATE_PRIVATE_THREADS);
        } else {
            access.requiring(Permission.CREATE_PUBLIC_THREADS);
        }
    }

    private static void requireRoom(ThreadWriting writing) {
        if (writing.view().activeThreads().size() >= Limits.ACTIVE_THREADS_MAX) {
            throw Refusal.unfit(Why.TOO_MANY_ACTIVE_THREADS);
        }
    }

    private static ChannelAccess parentOf(ThreadWriting writing, ChannelAccess access) {
        return writing.seenBy(
                access.caller(), Objects.requireNonNull(access.channel().parent()));
    }

    private static <T> T or(@Nullable T wanted, T now) {
        return wanted == null ? now : wanted;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
