package chat.parley.edge.discord.gateway.session;

import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import org.jspecify.annotations.Nullable;

/// A session's events by sequence number: what waits to be sent and what was sent but may be lost, in one ring.
///
/// The ring is the session's only queue. An event enters it once, at its end, and gets the next number; a mark
/// (`sent`) divides what a connection has been handed from what it has not. While the socket takes data the
/// mark follows the end at once; while it does not, events wait here and nowhere else, so a slow client costs
/// references to bodies that other sessions share, and never a copy. When the connection breaks, nothing needs
/// saving: it is already here. RESUME moves the mark back to what the client says it has, and the very same
/// loop that always sends what lies behind the mark replays. So a replayed event cannot be lost or doubled by
/// being kept in two places, and events that arrive during the replay line up behind it by themselves.
///
/// The front moves in two ways. A heartbeat says what the client has received, and that is never asked for
/// again: an active client keeps its ring almost empty. Above the bounds in events or bytes, the oldest goes as
/// well, but never one that the present connection has not been handed: a client that lags this far is cut off
/// before (see [#behind()]), at bounds which are half of the ring's, so that it finds everything here when it
/// returns. Without a connection the front moves regardless, and a client which then asks for what is gone has
/// to identify anew.
///
/// What the client itself asked for (READY, guilds, chunks of members) does not count as lagging: one large
/// answer is no sign of a slow reader. Neither does a replay.
///
/// A [Session] is one of these instead of having one: with thousands of sessions none is in the processor's cache when
/// its turn comes, and one object is fetched sooner than two.
///
/// Belongs to the session's event loop.
abstract sealed class Resume permits Session {
    private static final int ROOM_AT_FIRST = 8;
    private static final long READY = 1;
    /// Of a session that has nothing to remember, as most have between two events.
    private static final @Nullable Dispatch[] NOTHING = {};

    private @Nullable Dispatch[] ring = NOTHING;
    /// Number of the oldest kept.
    private long first = 1;
    /// Number of the newest.
    private long last;
    /// Number of the newest that the present connection has been handed.
    private long sent;
    private long bytes;
    /// Up to here nothing counts as lagging, because it is a replay.
    private long replayed;
    private int lagFrames;
    private long lagBytes;

    long last() {
        return last;
    }

    long sent() {
        return sent;
    }

    /// Whether a replay that had to be made has been made.
    boolean caughtUp() {
        return sent >= replayed;
    }

    /// @param connected whether somebody is there to be handed it
    void keep(Dispatch dispatch, boolean connected) {
        if (last - first + 1 == ring.length) {
            grow();
        }
        last++;
        ring[index(last)] = dispatch;
        bytes += dispatch.bytes();
        if (connected && !dispatch.solicited()) {
            lagFrames++;
            lagBytes += dispatch.bytes();
        }
        while (full() && first < last && (!connected || first <= sent)) {
            dropFirst();
        }
    }

    /// The next event to send, or nothing. The first one, READY, is large and is let go of with that: whom it
    /// has not reached does not know the session's name, so nobody ever asks for it again.
    @Nullable
    Dispatch next() {
        if (sent == last) {
            return null;
        }
        sent++;
        var dispatch = at(sent);
        if (sent > replayed && !dispatch.solicited()) {
            lagFrames--;
            lagBytes -= dispatch.bytes();
        }
        confirm(Math.min(sent, READY));
        return dispatch;
    }

    /// Whether more waits for the connection than a client that reads would let wait.
    boolean behind() {
        return lagFrames > Limits.GATEWAY_QUEUE_MAX_FRAMES || lagBytes > Limits.GATEWAY_QUEUE_MAX_BYTES;
    }

    /// The client has received everything up to that number; a number that was never sent says nothing.
    void confirm(long seq) {
        while (first <= seq && first <= sent) {
            dropFirst();
        }
    }

    boolean known(long seq) {
        return seq >= 0 && seq <= last;
    }

    boolean canReplayAfter(long seq) {
        return known(seq) && seq >= first - 1;
    }

    /// Moves the mark back: everything after that number is to be sent again.
    void rewind(long seq) {
        sent = seq;
        replayed = last;
        lagFrames = 0;
        lagBytes = 0;
        confirm(seq);
    }

    int events() {
        return (int) (last - first + 1);
    }

    private boolean full() {
        return events() > Limits.RESUME_MAX_EVENTS || bytes > Limits.RESUME_MAX_BYTES;
    }

    private void dropFirst() {
        bytes -= at(first).bytes();
        ring[index(first)] = null;
        first++;
        if (first > last) {
            ring = NOTHING;
        }
    }

    private Dispatch at(long seq) {
        var dispatch = ring[index(seq)];
        if (dispatch == null) {
            throw new IllegalStateException("Event " + seq + " is not in the ring");
        }
        return dispatch;
    }

    private int index(long seq) {
        return (int) (seq & (ring.length - 1));
    }

    private void grow() {
        @Nullable Dispatch[] larger = new Dispatch[Math.max(ROOM_AT_FIRST, ring.length * 2)];
        for (long seq = first; seq <= last; seq++) {
            larger[(int) (seq & (larger.length - 1))] = at(seq);
        }
        ring = larger;
    }
}
