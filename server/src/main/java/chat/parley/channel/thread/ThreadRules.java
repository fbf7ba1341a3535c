package chat.parley.channel.thread;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.trait.ThreadState;
import chat.parley.permission.Permission;

/// Who may do what with a thread, beyond what its channel says.
final class ThreadRules {
    private ThreadRules() {}

    /// @throws chat.parley.base.refusal.Refused when it is no thread
    static ThreadState state(Channel channel) {
        var state = channel.thread();
        if (state == null) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        return state;
    }

    /// Whoever may write in a thread may open it again; its owner may change it, except what is for those who manage
    /// threads alone.
    static void requireMayChange(ChannelAccess access, ThreadChange change) {
        var state = state(access.channel());
        if (state.locked() && !Boolean.TRUE.equals(change.archived())) {
            requireMayOpenLocked(access);
        }
        if (change.onlyOpens()) {
            access.requiring(Permission.SEND_MESSAGES);
            return;
        }
        if (state.archived() && !Boolean.FALSE.equals(change.archived())) {
            requireNothingElse(change);
        }
        if (change.slowmodeS() != null && !access.may(Permission.MANAGE_MESSAGES)) {
            access.requiring(Permission.MANAGE_THREADS);
        }
        boolean managing = change.locked() != null || change.pinned() != null;
        boolean own = state.owner().equals(access.caller().id());
        if (managing || !own) {
            access.requiring(Permission.MANAGE_THREADS);
        }
    }

    static void requireOpen(Channel thread) {
        if (state(thread).archived()) {
            throw Refusal.unfit(Why.THREAD_ARCHIVED);
        }
    }

    static void requireMayOpenLocked(ChannelAccess access) {
        if (!access.may(Permission.MANAGE_THREADS)) {
            throw Refusal.unfit(Why.THREAD_LOCKED);
        }
    }

    /// In an archived thread nothing changes but that, and whether it is locked.
    private static void requireNothingElse(ThreadChange change) {
        boolean touched = change.name() != null
                || change.invitable() != null
                || change.autoArchiveMin() != null
                || change.slowmodeS() != null
                || change.tags() != null;
        if (touched) {
            throw Refusal.unfit(Why.THREAD_ARCHIVED);
        }
    }
}
