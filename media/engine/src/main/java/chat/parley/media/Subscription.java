package chat.parley.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.forward.DownTrack;
import chat.parley.media.receive.Layer;
import chat.parley.media.room.LastSpeakers;
import chat.parley.media.send.Priority;
import chat.parley.media.send.Share;
import java.util.Arrays;

/// One participant's wish for another's track.
final class Subscription implements LastSpeakers.Seen {
    private static final long ALIVE_NANOS = 500_000_000L;
    /// What a size takes that has just begun and was not measured yet.
    private static final long[] GUESSES = {150_000, 500_000, 1_500_000};

    private static final int RECENT = 256;
    /// Of [#touch].
    static final int DEEPEST = 4;

    final Participant subscriber;
    final Track track;
    final byte[] mid;
    final DownTrack down;
    /// Of the source: the same for all that its publisher sends.
    final byte[] name;
    /// What was sent again lately, and when; made with the first.
    private int[] resent = {};

    private long[] resentAt = {};
    private int layer = Integer.MAX_VALUE;
    private int temporal = Integer.MAX_VALUE;
    private Priority priority = Priority.GRID;
    private boolean shown = true;
    private int carried = Integer.MAX_VALUE;
    /// Understands RED; others get the newest block alone.
    boolean redundant;

    final Share share = new Share();
    final ReportSchedule reports;
    final Statistics.Reported reported = new Statistics.Reported();

    Subscription(Participant subscriber, Track track, String mid, DownTrack down, String name) {
        this.subscriber = subscriber;
        this.track = track;
        reports = new ReportSchedule(track.codec.audio);
        this.mid = mid.getBytes(US_ASCII);
        this.down = down;
        this.name = name.getBytes(US_ASCII);
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

    @Override
    public boolean competes() {
        return priority == Priority.GRID && !track.codec.audio && layer >= 0;
    }

    @Override
    public long floorAt() {
        return track.publisher.floorAt;
    }

    @Override
    public long publisher() {
        return track.publisher.id;
    }

    @Override
    public int track() {
        return track.id;
    }

    /// False for a camera that is left out because others spoke later.
    @Override
    public void show(boolean shown) {
        if (this.shown != shown) {
            this.shown = shown;
            settle();
        }
    }

    /// Reads what the next packet will need, so that the processor has it by then. What it answers means nothing.
    ///
    /// @param depth up to [#DEEPEST]: how many references away: what is far can be read when what is near is there
    int touch(int depth) {
        return switch (depth) {
            case 0 -> carried;
            case 1 -> mid.length + (int) down.octets() + subscriber.faults;
            case 2 -> down.touch();
            case 3 -> subscriber.touch();
            default -> subscriber.touchKeys();
        };
    }

    StreamStats stats(long nowNanos) {
        var sent = down.choice().current();
        return new StreamStats(
                false,
                new String(mid, US_ASCII),
                down.codec(),
                sent == null ? -1 : sent.index() + down.choice().spatial(),
                new StreamStats.Traffic(down.packets(), down.octets(), down.bitsPerSecond(nowNanos)),
                reported.trouble(down.codec().clockRate));
    }

    /// Tells what each size of it takes of the subscriber's line.
    void ask(long nowNanos) {
        share.ask(priority, wanted() ? layer : Share.NONE);
        for (int i = 0; i < track.layers.size(); i++) {
            var candidate = track.layers.get(i);
            if (nowNanos - candidate.heardAt() >= ALIVE_NANOS) {
                continue;
            }
            if (!track.rids.isEmpty()) {
                share.cost(candidate.index(), cost(candidate.bitrate(Layer.SPATIAL, nowNanos), candidate.index()));
                continue;
            }
            for (int size = 0; size < candidate.spatialLayers(nowNanos); size++) {
                share.cost(size, cost(candidate.bitrate(size, nowNanos), size));
            }
        }
    }

    private static long cost(long measured, int size) {
        return measured > 0 ? measured : GUESSES[Math.min(size, GUESSES.length - 1)];
    }

    /// The line carries so much of it, -1 nothing.
    ///
    /// @return true when it came to a stop or goes on again with this
    boolean carried(int size) {
        boolean changed = (carried < 0) != (size < 0) && wanted();
        carried = size;
        settle();
        return changed;
    }

    private void settle() {
        down.choice().pause(!wanted() || carried < 0);
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
            var choice = down.choice();
            choice.want(found.index(), temporal);
            choice.wantSpatial(track.rids.isEmpty() ? Math.min(layer, carried) : Integer.MAX_VALUE);
            boolean waits = choice.awaits(found) || choice.awaitsSpatial(found.spatialLayers(nowNanos));
            if (waits && !track.codec.audio) {
                found.keyframes().want();
            }
        }
    }

    private boolean better(int candidate, int found) {
        int most = Math.min(layer, carried);
        return found > most ? candidate < found : candidate > found && candidate <= most;
    }

    /// True when this packet was not sent again within the last round trip: then it may be now.
    boolean mayResend(int sequence, long nowNanos, long roundTripNanos) {
        if (resent.length == 0) {
            resent = new int[RECENT];
            resentAt = new long[RECENT];
            Arrays.fill(resent, -1);
        }
        int slot = sequence % RECENT;
        if (resent[slot] == sequence && nowNanos - resentAt[slot] < roundTripNanos) {
            return false;
        }
        resent[slot] = sequence;
        resentAt[slot] = nowNanos;
        return true;
    }
}
