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
    /// How long a receiver's own estimate holds beside what it tells of arrivals.
    private static final long TOLD_NANOS = 5_000_000_000L;

    private static final long FULL_NANOS = 1_000_000_000L;
    private static final long STRAINED_NANOS = 300_000_000L;
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
    private boolean probing;
    private long fullAt = -1;
    private long strainedSince = -1;
    private double lossyBefore;
    private long told;
    private long toldAt;
    private boolean measured;

    /// @param number transport-wide, counted from one
    public void sent(long number, int bytes, long nowNanos) {
        history.sent(number, bytes, probing ? probe.tag(bytes) : 0, nowNanos);
        sentBytes += bytes;
        if (sentAt < 0) {
            sentAt = nowNanos;
        } else if (nowNanos - sentAt >= 5 * SAMPLE_NANOS) {
            sending = sentBytes * 8e9 / (nowNanos - sentAt);
            sentAt = nowNanos;
            sentBytes = 0;
        }
    }

    /// Reads what [#sent] will need for this packet, so that the processor has it by then. What it answers means
    /// nothing.
    public int touch(long number) {
        return (int) sentAt + history.touch(number);
    }

    /// A transport-wide feedback came.
    public void feedback(Rtcp part, long roundTripNanos, long nowNanos) {
        reference = unwrapped(TransportFeedback.reference(part)) * TransportFeedback.REFERENCE_NANOS;
        if (!TransportFeedback.read(part, this)) {
            return;
        }
        known = true;
        measured = true;
        told = nowNanos - toldAt < TOLD_NANOS ? told : 0;
        double carried = probe.result();
        byDelay.proved(carried);
        byLoss.proved(carried);
        double delayed = byDelay.update(trend.state(), trend.standing(), acknowledged, roundTripNanos, nowNanos);
        double lossy = byLoss.update(sending, trend.standing(), nowNanos);
        if (trend.standing() || trend.state() == DelayTrend.State.GROWING || lossy < lossyBefore) {
            fullAt = nowNanos;
        }
        boolean strains = trend.standing() || byLoss.exceeded();
        if (!strains || strainedSince < 0) {
            strainedSince = strains ? nowNanos : -1;
        }
        lossyBefore = Math.min(lossy, Math.max(2 * delayed, START));
        byLoss.atMost(lossyBefore);
        estimate = Math.clamp(Math.min(delayed, lossy), MIN, MAX);
    }

    /// The receiver's own estimate (REMB) came. Where it tells how packets arrive too, this is an upper bound;
    /// otherwise it is all that is known.
    public void told(long bitsPerSecond, long nowNanos) {
        told = bitsPerSecond;
        toldAt = nowNanos;
        known = true;
    }

    /// What is sent from now on is a probe, until [#endProbe].
    public void beginProbe() {
        probing = true;
        probe.begin();
    }

    public void endProbe() {
        probing = false;
        probe.end();
    }

    public boolean probing() {
        return probing;
    }

    /// False as long as no feedback came: then the estimate is a mere guess.
    public boolean known() {
        return known;
    }

    /// True when the line was ever seen full: then the estimate is what it carries, and not only what was tried.
    public boolean proved() {
        return fullAt >= 0;
    }

    /// True when a queue has been standing for a while, or much is lost. That packets come later and later for a moment
    /// is no such thing: a busy computer at the other end, or a radio, does that on any line.
    public boolean strained(long nowNanos) {
        return strainedSince >= 0 && nowNanos - strainedSince >= STRAINED_NANOS;
    }

    /// True when the line was full within the last second: no time for probes.
    public boolean full(long nowNanos) {
        return fullAt >= 0 && nowNanos - fullAt < FULL_NANOS;
    }

    /// In bits a second.
    public long estimate() {
        if (told == 0) {
            return (long) estimate;
        }
        double most = Math.clamp((double) told, MIN, MAX);
        return (long) (measured ? Math.min(estimate, most) : most);
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
