package chat.parley.media.estimate;

import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.TransportFeedback;

/// What one subscriber's line carries. Told of each packet that is sent and of each feedback; allocates nothing.
///
/// Two opinions are kept, one from delay ([DelayTrend], [DelayRate]) and one from loss ([LossRate]); the lower one
/// counts.
public final class BandwidthEstimator implements TransportFeedback.Arrival {
    /// What is assumed as long as nothing is known, in bits a second.
    public static final long START = 300_000;

    private static final double MIN = 30_000;
    private static final double MAX = 100_000_000;
    private static final long FULL_NANOS = 3_000_000_000L;
    private static final long SAMPLE_NANOS = 200_000_000L;

    private final SentHistory history = new SentHistory();
    private final DelayTrend trend = new DelayTrend();
    private final DelayRate byDelay = new DelayRate(START);
    private final Probe probe = new Probe();
    private final LossRate byLoss = new LossRate(MAX);
    private long reference;
    private long lastReference = Long.MIN_VALUE;
    private long sampleAt = -1;
    private long sampleBytes;
    private double acknowledged = -1;
    private double sending = START;
    private long sentAt = -1;
    private long sentBytes;
    private double estimate = START;
    private boolean known;
    private long fullAt = -1;
    private double lossyBefore;

    public void sent(int sequence, int bytes, long nowNanos) {
        history.sent(sequence, bytes, probe.tag(bytes), nowNanos);
        sentBytes += bytes;
        if (sentAt < 0) {
            sentAt = nowNanos;
        } else if (nowNanos - sentAt >= 5 * SAMPLE_NANOS) {
            sending = sentBytes * 8e9 / (nowNanos - sentAt);
            sentAt = nowNanos;
            sentBytes = 0;
        }
    }

    /// A transport-wide feedback came.
    public void feedback(Rtcp part, long roundTripNanos, long nowNanos) {
        reference = unwrapped(TransportFeedback.reference(part)) * TransportFeedback.REFERENCE_NANOS;
        if (!TransportFeedback.read(part, this)) {
            return;
        }
        known = true;
        double carried = probe.result();
        byDelay.proved(carried);
        byLoss.proved(carried);
        double delayed = byDelay.update(trend.state(), trend.standing(), acknowledged, roundTripNanos, nowNanos);
        double lossy = byLoss.update(sending, trend.standing(), nowNanos);
        if (trend.standing() || trend.state() == DelayTrend.State.GROWING || lossy < lossyBefore) {
            fullAt = nowNanos;
        }
        lossyBefore = Math.min(lossy, Math.max(2 * delayed, START));
        byLoss.atMost(lossyBefore);
        estimate = Math.clamp(Math.min(delayed, lossy), MIN, MAX);
    }

    /// What is sent from now on is a probe, until [#endProbe].
    public void beginProbe() {
        probe.begin();
    }

    public void endProbe() {
        probe.end();
    }

    /// False as long as no feedback came: then the estimate is a mere guess.
    public boolean known() {
        return known;
    }

    /// True when the line was ever seen full: then the estimate is what it carries, and not only what was tried.
    public boolean proved() {
        return fullAt >= 0;
    }

    /// True when the line was full within the last three seconds: no time for probes.
    public boolean full(long nowNanos) {
        return fullAt >= 0 && nowNanos - fullAt < FULL_NANOS;
    }

    /// In bits a second.
    public long estimate() {
        return (long) estimate;
    }

    @Override
    public void of(int sequence, long sinceReferenceNanos) {
        int slot = history.take(sequence);
        if (slot < 0) {
            return;
        }
        byLoss.told(sinceReferenceNanos >= 0);
        if (sinceReferenceNanos < 0) {
            return;
        }
        long arrivedAt = reference + sinceReferenceNanos;
        trend.arrived(history.sentAt(slot) / 1e6, arrivedAt / 1e6);
        acknowledge(history.bytes(slot), arrivedAt);
        probe.arrived(history.probe(slot), history.bytes(slot), history.sentAt(slot), arrivedAt);
    }

    private void acknowledge(int bytes, long arrivedAt) {
        if (sampleAt < 0) {
            sampleAt = arrivedAt;
        }
        sampleBytes += bytes;
        long passed = arrivedAt - sampleAt;
        if (passed >= SAMPLE_NANOS) {
            double sample = sampleBytes * 8e9 / passed;
            acknowledged = acknowledged < 0 ? sample : 0.6 * acknowledged + 0.4 * sample;
            sampleAt = arrivedAt;
            sampleBytes = 0;
        }
    }

    /// The reference time has 24 bits.
    private long unwrapped(int ticks) {
        lastReference =
                lastReference == Long.MIN_VALUE ? ticks : lastReference + ((ticks - (int) lastReference) << 8 >> 8);
        return lastReference;
    }
}
