package chat.parley.channel.trait;

import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;

/// What a thread has beyond a channel.
///
/// @param archived put away: listed only among the archived, opened again by the next message
/// @param locked only who manages threads may open it again or write in it
/// @param invitable whether members of a private thread may add others
/// @param autoArchiveMin after so many minutes without a message it is archived: 60, 1440, 4320 or 10080
/// @param changedAt when it was last archived or opened
/// @param pinned stands at the top of its forum
/// @param tags of its forum, at most five
public record ThreadState(
        UserId owner,
        boolean archived,
        boolean locked,
        boolean invitable,
        int autoArchiveMin,
        Instant changedAt,
        Instant createdAt,
        boolean pinned,
        List<Long> tags) {

    public ThreadState {
        tags = List.copyOf(tags);
    }

    public ThreadState archived(boolean now, Instant at) {
        return archived == now
                ? this
                : new ThreadState(owner, now, locked, invitable, autoArchiveMin, at, createdAt, pinned, tags);
    }

    public ThreadState locked(boolean now) {
        return new ThreadState(owner, archived, now, invitable, autoArchiveMin, changedAt, createdAt, pinned, tags);
    }

    public ThreadState invitable(boolean now) {
        return new ThreadState(owner, archived, locked, now, autoArchiveMin, changedAt, createdAt, pinned, tags);
    }

    public ThreadState archivedAfter(int minutes) {
        return new ThreadState(owner, archived, locked, invitable, minutes, changedAt, createdAt, pinned, tags);
    }

    public ThreadState pinned(boolean now) {
        return new ThreadState(owner, archived, locked, invitable, autoArchiveMin, changedAt, createdAt, now, tags);
    }

    public ThreadState tagged(List<Long> others) {
        return new ThreadState(
                owner, archived, locked, invitable, autoArchiveMin, changedAt, createdAt, pinned, others);
    }
}
