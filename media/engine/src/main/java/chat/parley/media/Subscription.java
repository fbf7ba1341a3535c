package chat.parley.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.forward.DownTrack;
import chat.parley.media.receive.Layer;
import chat.parley.media.send.Priority;
import java.util.Arrays;

/// One participant's wish for another's track.
final class Subscription {
    private static final long ALIVE_NANOS = 500_000_000L;
    private static final int RECENT = 256;

    final Participant subscriber;
    final Track track;
    final byte[] mid;
    final DownTrack down;
    private final int[] resent = new int[RECENT];
    private final long[] resentAt = new long[RECENT];
    private int layer = Integer.MAX_VALUE;
    private int temporal = Integer.MAX_VALUE;
    private Priority priority = Priority.GRID;
    private boolean shown = true;

    Subscription(Participant subscriber, Track track, String mid, DownTrack down) {
        this.subscriber = subscriber;
        this.track = track;
        this.mid = mid.getBytes(US_ASCII);
        this.down = down;
        Arrays.fill(resent, -1);
    }

    /// The largest that the subscriber wishes, -1 for none.
    int layer() {
        return layer;
    }

    Priority priority() {
        return priority;
    }

    /// True when the wish is to be fulfilled as far as the line carries it.
    boolean wanted() {
        return layer >= 0 && shown;
    }

    void prefer(int layer, int temporal) {
        this.layer = layer;
        this.temporal = temporal;
        settle();
    }

    void prioritise(Priority priority) {
        this.priority = priority;
    }

    /// False for a camera that is left out because others spoke later.
    void show(boolean shown) {
        if (this.shown != shown) {
            this.shown = shown;
            settle();
        }
    }

    private void settle() {
        down.choice().pause(!wanted());
    }

    /// Aims at the wished layer, or at the next below it that is being sent, and asks for a key frame where one
    /// is waited for.
    void aim(long nowNanos) {
        Layer found = null;
        for (int i = 0; i < track.layers.size(); i++) {
            var candidate = track.layers.get(i);
            boolean alive = nowNanos - candidate.heardAt() < ALIVE_NANOS;
            if (alive && (found == null || better(candidate.index(), found.index()))) {
                found = candidate;
            }
        }
        if (found != null) {
            down.choice().want(found.index(), temporal);
            if (down.choice().awaits(found) && !track.codec.audio) {
                found.keyframes().want();
            }
        }
    }

    private boolean better(int candidate, int found) {
        return found > layer ? candidate < found : candidate > found && candidate <= layer;
    }

    /// True when this packet was not sent again within the last round trip: then it may be now.
    boolean mayResend(int sequence, long nowNanos, long roundTripNanos) {
        int slot = sequence % RECENT;
        if (resent[slot] == sequence && nowNanos - resentAt[slot] < roundTripNanos) {
            return false;
        }
        resent[slot] = sequence;
        resentAt[slot] = nowNanos;
        return true;
    }
}
