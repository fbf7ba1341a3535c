package chat.parley.media.estimate;

/// The rate that the delay allows: a little more each moment while nothing grows, 85 % of what got through when
/// a queue fills (AIMD, draft-ietf-rmcat-gcc-02 section 5.5). Far from the last known limit it grows by eight
/// percent a second, near it by about a packet a round trip.
final class DelayRate {
    private static final double BACK = 0.85;
    private static final double GROWTH_A_SECOND = 1.08;
    private static final double PACKET_BITS = 1200 * 8;
    private static final long DRAIN_NANOS = 1_000_000_000L;

    private double rate;
    private double limit = -1;
    private long updatedAt = -1;
    private long backedAt = Long.MIN_VALUE / 2;

    DelayRate(double start) {
        rate = start;
    }

    /// @param standing the queue is long, be it steady: it is let run dry, a step a second, so that a path that only
    ///     became longer costs little until that is known
    /// @param acknowledged bits a second that arrived, or -1 while unknown
    double update(DelayTrend.State state, boolean standing, double acknowledged, long roundTripNanos, long nowNanos) {
        double seconds = updatedAt < 0 ? 0 : Math.min((nowNanos - updatedAt) / 1e9, 1);
        updatedAt = nowNanos;
        switch (state) {
            case GROWING -> back(acknowledged, roundTripNanos, nowNanos);
            case STEADY -> {
                if (standing) {
                    back(acknowledged, Math.max(roundTripNanos, DRAIN_NANOS), nowNanos);
                } else {
                    grow(acknowledged, seconds, roundTripNanos, nowNanos);
                }
            }
            case SHRINKING -> {
                // The queue empties: wait until it has.
            }
        }
        return rate;
    }

    /// That much has just been seen to arrive.
    void proved(double carried) {
        if (carried > rate) {
            rate = carried;
            limit = -1;
        }
    }

    private void back(double acknowledged, long restNanos, long nowNanos) {
        if (nowNanos - backedAt < restNanos) {
            return;
        }
        double carried = acknowledged < 0 ? rate : Math.min(acknowledged, rate * 1.5);
        limit = limit < 0 ? carried : 0.7 * limit + 0.3 * carried;
        rate = Math.min(rate, BACK * carried);
        backedAt = nowNanos;
    }

    private void grow(double acknowledged, double seconds, long roundTripNanos, long nowNanos) {
        if (limit > 0 && acknowledged > 1.3 * limit) {
            limit = -1;
        }
        boolean near = limit > 0 && rate > 0.75 * limit && rate < 1.3 * limit;
        double grown = near
                ? rate + PACKET_BITS * seconds / (roundTripNanos / 1e9 + 0.1)
                : rate * Math.pow(GROWTH_A_SECOND, seconds);
        // What is not used is not known to be there, and what arrives is.
        rate = acknowledged < 0 ? grown : Math.max(rate, Math.min(grown, 1.5 * acknowledged + 10_000));
        if (nowNanos - backedAt > DRAIN_NANOS) {
            rate = Math.max(rate, acknowledged);
        }
    }
}
