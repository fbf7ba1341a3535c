package chat.parley.media;

import chat.parley.media.estimate.BandwidthEstimator;
import chat.parley.media.send.Allocator;
import chat.parley.media.send.Pacer;
import chat.parley.media.send.Prober;
import chat.parley.media.send.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// What one participant's line is used for: sound first, the rest is divided among the videos; probes when more is
/// wanted than is known to fit.
final class Line {
    private static final long DIVIDE_NANOS = 100_000_000L;
    /// Of a voice that was not measured yet.
    private static final long VOICE_BITS = 40_000;

    private static final long ALIVE_NANOS = 500_000_000L;
    private static final double FALL = 0.66;

    final Pacer pacer = new Pacer();
    final Prober prober = new Prober();
    private final Allocator allocator = new Allocator();
    private final List<Share> shares = new ArrayList<>();
    /// Packets of it wait, or a probe runs.
    boolean paced;
    private long dividedAt = Long.MIN_VALUE;
    private long estimatedBefore;

    /// @return true when a probe begins
    boolean divide(Participant to, Queue<Output.Event> events, long nowNanos) {
        if (dividedAt != Long.MIN_VALUE && nowNanos - dividedAt < DIVIDE_NANOS) {
            return false;
        }
        dividedAt = nowNanos;
        var bandwidth = to.bandwidth;
        if (!bandwidth.known()) {
            return false;
        }
        long estimate = bandwidth.estimate();
        long voices = ask(to, nowNanos);
        allocator.divide(shares, estimate - voices, bandwidth.proved(), bandwidth.strained(nowNanos), nowNanos);
        // What goes on for all that must not pile up here.
        pacer.rate(Math.max(estimate, voices + allocator.used()));
        if (estimate < FALL * estimatedBefore) {
            prober.fell();
        }
        estimatedBefore = estimate;
        settle(to, events);
        long wanting = allocator.wanting() == 0 ? 0 : allocator.wanting() + voices;
        boolean begins = to.repairable() != null
                && !bandwidth.full(nowNanos)
                && prober.begin(estimate, BandwidthEstimator.START, wanting, nowNanos);
        if (begins) {
            bandwidth.beginProbe();
        }
        return begins;
    }

    private long ask(Participant to, long nowNanos) {
        shares.clear();
        long voices = 0;
        for (int i = 0; i < to.subscriptions.size(); i++) {
            var subscription = to.subscriptions.get(i);
            if (!subscription.track.codec.audio) {
                subscription.ask(nowNanos);
                shares.add(subscription.share);
            } else if (subscription.down.packets() > 0
                    && nowNanos - subscription.down.timeline().lastAt() < ALIVE_NANOS) {
                var layer = subscription.down.choice().current();
                voices += layer == null ? VOICE_BITS : Math.max(VOICE_BITS, layer.bitrate(0, nowNanos));
            }
        }
        return voices;
    }

    private static void settle(Participant to, Queue<Output.Event> events) {
        for (int i = 0; i < to.subscriptions.size(); i++) {
            var subscription = to.subscriptions.get(i);
            var share = subscription.share;
            if (!subscription.track.codec.audio && share.offered() && subscription.carried(share.granted())) {
                events.add(new Output.Event.Paused(to.id, subscription.down.ssrc(), share.granted() < 0));
            }
        }
    }
}
