package chat.parley.media.estimate;

/// Whether packets take longer and longer: a line through the smoothed delays of the last twenty bursts, held
/// against a threshold that follows what is usual on this path (draft-ietf-rmcat-gcc-02 section 5; the
/// constants are those of libwebrtc). All times in milliseconds.
final class DelayTrend {
    enum State {
        STEADY,
        GROWING,
        SHRINKING
    }

    private static final int WINDOW = 20;
    private static final double SMOOTHING = 0.9;
    private static final double GAIN = 4;
    private static final double BURST_MS = 5;
    private static final double GROWING_MIN_MS = 10;
    private static final double STANDING_MS = 80;
    private static final double BASE_WINDOW_MS = 10_000;

    private final double[] times = new double[WINDOW];
    private final double[] delays = new double[WINDOW];
    private int count;
    private long bursts;
    private double accumulated;
    /// The least delay of the present ten seconds and of those before.
    private double base;
    private double baseBefore;
    private double baseSince = -1;
    private double smoothed;
    private double threshold = 12.5;
    private double growingFor;
    private double slope;
    private double firstSent = -1;
    private double lastSent;
    private double lastArrived;
    private double beforeSent = -1;
    private double beforeArrived;
    private double updatedAt = -1;
    private State state = State.STEADY;

    /// Packets that are sent within five milliseconds travel as one burst.
    void arrived(double sent, double arrived) {
        if (firstSent < 0) {
            begin(sent, arrived);
        } else if (sent < firstSent) {
            return;
        } else if (sent - firstSent <= BURST_MS) {
            lastSent = Math.max(lastSent, sent);
            lastArrived = Math.max(lastArrived, arrived);
        } else {
            if (beforeSent >= 0) {
                burst(lastSent - beforeSent, lastArrived - beforeArrived, lastArrived);
            }
            beforeSent = lastSent;
            beforeArrived = lastArrived;
            begin(sent, arrived);
        }
    }

    State state() {
        return state;
    }

    /// Whether packets wait much longer than they need to. A queue that is full grows no more, so the trend alone
    /// would take it for a steady line.
    boolean standing() {
        return accumulated - Math.min(base, baseBefore) > STANDING_MS;
    }

    private void begin(double sent, double arrived) {
        firstSent = sent;
        lastSent = sent;
        lastArrived = arrived;
    }

    private void burst(double sentDelta, double arrivedDelta, double arrived) {
        accumulated += arrivedDelta - sentDelta;
        remember(arrived);
        smoothed = SMOOTHING * smoothed + (1 - SMOOTHING) * accumulated;
        int slot = (int) (bursts++ % WINDOW);
        times[slot] = arrived;
        delays[slot] = smoothed;
        count = Math.min(count + 1, WINDOW);
        if (count == WINDOW) {
            double now = slope();
            decide(Math.min(bursts, 60) * now * GAIN, sentDelta, now, arrived);
        }
    }

    private void remember(double arrived) {
        if (baseSince < 0 || arrived - baseSince > BASE_WINDOW_MS) {
            baseBefore = baseSince < 0 ? accumulated : base;
            base = accumulated;
            baseSince = arrived;
        }
        base = Math.min(base, accumulated);
    }

    private void decide(double trend, double sentDelta, double now, double arrived) {
        if (trend > threshold) {
            growingFor += sentDelta;
            if (growingFor > GROWING_MIN_MS && now >= slope) {
                growingFor = 0;
                state = State.GROWING;
            }
        } else {
            growingFor = 0;
            state = trend < -threshold ? State.SHRINKING : State.STEADY;
        }
        slope = now;
        adapt(trend, arrived);
    }

    private void adapt(double trend, double arrived) {
        double passed = updatedAt < 0 ? 0 : Math.min(arrived - updatedAt, 100);
        updatedAt = arrived;
        double size = Math.abs(trend);
        if (size > threshold + 15) {
            return;
        }
        double speed = size < threshold ? 0.039 : 0.0087;
        threshold = Math.clamp(threshold + speed * (size - threshold) * passed, 6, 600);
    }

    private double slope() {
        double meanTime = 0;
        double meanDelay = 0;
        for (int i = 0; i < WINDOW; i++) {
            meanTime += times[i] / WINDOW;
            meanDelay += delays[i] / WINDOW;
        }
        double above = 0;
        double below = 0;
        for (int i = 0; i < WINDOW; i++) {
            above += (times[i] - meanTime) * (delays[i] - meanDelay);
            below += (times[i] - meanTime) * (times[i] - meanTime);
        }
        return below == 0 ? 0 : above / below;
    }
}
