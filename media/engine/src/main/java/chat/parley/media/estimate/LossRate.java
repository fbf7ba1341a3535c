package chat.parley.media.estimate;

/// The rate that loss allows. Above ten percent it goes down, below two up again. But a radio link may lose a
/// third of whatever is sent: when going down does not help, the loss is taken as the line's own, and only what
/// exceeds it counts.
final class LossRate {
    private static final double HIGH = 0.10;
    private static final double LOW = 0.02;
    private static final long INTERVAL_NANOS = 1_000_000_000L;
    private static final int SAMPLE_MIN = 20;

    private double rate;
    private double own;
    private int excesses;
    private double before = -1;
    private double beforeRate;
    private int told;
    private int lost;
    private boolean queued;
    private long intervalAt = -1;

    LossRate(double start) {
        rate = start;
    }

    void told(boolean arrived) {
        told++;
        lost += arrived ? 0 : 1;
    }

    /// @param sending bits a second
    /// @param standing whether a queue is long, and loss therefore its overflow and not the line's own
    double update(double sending, boolean standing, long nowNanos) {
        queued |= standing;
        if (intervalAt < 0) {
            intervalAt = nowNanos;
        }
        if (nowNanos - intervalAt < INTERVAL_NANOS || told < SAMPLE_MIN) {
            return rate;
        }
        double loss = (double) lost / told;
        told = 0;
        lost = 0;
        intervalAt = nowNanos;
        judge(loss, sending);
        queued = standing;
        return rate;
    }

    private void judge(double loss, double sending) {
        if (!queued && before > HIGH && sending < 0.97 * beforeRate) {
            // Had the rate been too high for the line, the loss would have fallen to this.
            double expected = Math.max(0, 1 - (1 - before) * beforeRate / sending);
            if (loss > (before + expected) / 2) {
                own = Math.max(own, Math.min(before, loss));
            }
        }
        double excess = Math.max(0, loss - own);
        if (loss < own * 0.5) {
            own = loss;
        }
        if (excess > HIGH) {
            rate = Math.min(rate, sending) * (1 - 0.5 * excess);
        } else if (excess < LOW || own > 0) {
            rate *= 1.08;
        }
        before = excess > HIGH ? loss : -1;
        excesses = excess > HIGH ? excesses + 1 : 0;
        beforeRate = sending;
    }

    /// True when more than the line's own was lost in each of the last two intervals.
    boolean exceeded() {
        return excesses >= 2;
    }

    /// That much has just been seen to arrive.
    void proved(double carried) {
        rate = Math.max(rate, carried);
    }

    /// The delay may have found more than loss remembers.
    void atMost(double ceiling) {
        rate = Math.min(rate, ceiling);
    }
}
