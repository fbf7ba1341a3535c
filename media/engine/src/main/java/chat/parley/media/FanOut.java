package chat.parley.media;

import chat.parley.media.codec.Frame;
import chat.parley.media.receive.Layer;
import chat.parley.media.receive.PacketHistory;
import chat.parley.media.rtp.RtpPacket;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives packets to everybody who subscribed to them. Of a picture whose packets came together one subscriber gets all,
/// then the next: what belongs to a subscriber (numbers, estimates, keys) has left the processor's cache since its last
/// packet, and is fetched once for the picture instead of once for each packet. Hot path: nothing is allocated.
final class FanOut {
    /// Of one stream; a picture of more packets goes in pieces.
    static final int PIECE = 16;

    /// Subscribers whose state is fetched together, because many misses of the cache at a time take hardly longer than
    /// one: a voice for a hundred listeners took 10 to 14 % less of the loop's time (two pairs of runs).
    private static final int GROUP = 16;

    private final Outgoing outgoing;
    private final Counters counters;
    private final RtpPacket[] packets = new RtpPacket[PIECE];
    private final Frame[] frames = new Frame[PIECE];
    private final long[] numbers = new long[PIECE];
    private final long[] times = new long[PIECE];
    private @Nullable Track track;
    private @Nullable Layer layer;
    private int count;
    /// Written so that the compiler does not find out that nobody needs it.
    @SuppressWarnings("UnusedVariable") // That is its use.
    private int fetched;

    FanOut(Outgoing outgoing, Counters counters) {
        this.outgoing = outgoing;
        this.counters = counters;
        Arrays.setAll(packets, _ -> new RtpPacket());
        Arrays.setAll(frames, _ -> new Frame());
    }

    /// A packet that goes at once.
    ///
    /// @param number its extended number at the source
    void give(Track track, Layer layer, RtpPacket packet, long number, Frame frame, long nowNanos) {
        var subscriptions = track.subscriptions;
        for (int i = 0; i < subscriptions.size(); i++) {
            if (i % GROUP == 0) {
                fetch(subscriptions, i);
            }
            offer(subscriptions.get(i), layer, packet, number, frame, nowNanos);
        }
    }

    /// A packet of a picture, which goes when the picture is complete or with [#settle]. The layer has kept a copy of
    /// it.
    void collect(Track track, Layer layer, long number, long nowNanos) {
        if (!layer.equals(this.layer)) {
            settle();
            this.track = track;
            this.layer = layer;
        }
        if (count > 0 && Math.abs(number - numbers[0]) >= PacketHistory.VIDEO_PACKETS) {
            // No picture is so long. Of what waits another packet may have taken the place; viewers ask for it again.
            count = 0;
        }
        byte[] kept = layer.history().find(number);
        var packet = packets[count];
        var frame = frames[count];
        // What is not kept is older than any subscriber's numbers.
        if (kept != null
                && packet.read(kept, 0, layer.history().length(number))
                && frame.read(layer.codec(), packet, layer.structure())) {
            numbers[count] = number;
            times[count++] = nowNanos;
            if (packet.marker() || count == PIECE) {
                settle();
            }
        }
    }

    /// True when packets wait for the rest of their picture.
    boolean unsettled() {
        return count > 0;
    }

    /// Whatever waits goes.
    void settle() {
        var from = track;
        var of = layer;
        int size = count;
        count = 0;
        track = null;
        layer = null;
        if (from == null || of == null) {
            return;
        }
        var subscriptions = from.subscriptions;
        for (int i = 0; i < subscriptions.size(); i++) {
            if (i % GROUP == 0) {
                fetch(subscriptions, i);
            }
            var subscription = subscriptions.get(i);
            for (int j = 0; j < size; j++) {
                offer(subscription, of, packets[j], numbers[j], frames[j], times[j]);
            }
        }
    }

    /// Short loops, one for each reference that is followed: the processor looks ahead over several turns of them.
    private void fetch(List<Subscription> subscriptions, int from) {
        int end = Math.min(from + GROUP, subscriptions.size());
        int sum = 0;
        for (int depth = 0; depth <= Subscription.DEEPEST; depth++) {
            for (int i = from; i < end; i++) {
                sum += subscriptions.get(i).touch(depth);
            }
        }
        fetched = sum;
    }

    private void offer(Subscription to, Layer layer, RtpPacket packet, long number, Frame frame, long nowNanos) {
        try {
            boolean deaf = to.subscriber.deaf && layer.codec().audio;
            if (!deaf && to.down.accept(layer, packet, number, frame, nowNanos)) {
                outgoing.forward(to, packet, frame, nowNanos);
            }
        } catch (RuntimeException fault) {
            // Of one subscriber: the others get the packet.
            counters.faults++;
            to.subscriber.faults++;
        }
    }
}
