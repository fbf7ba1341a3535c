package chat.parley.media.send;

/// Finds out whether a line carries more than is being sent: for a few dozen milliseconds padding fills up what is
/// sent to the rate in question, and the estimator looks how fast it arrives. Only done when somebody wants the room,
/// and more and more seldom when the line does not have it.
public final class Prober {
    private static final long DURATION_NANOS = 40_000_000L;
    private static final long FIRST_REST_NANOS = 300_000_000L;
    private static final long REST_NANOS = 1_500_000_000L;
    private static final long REST_MOST_NANOS = 20_000_000_000L;
    private static final double[] FIRST = {3, 6};
    private static final int BYTES_MAX = 60_000;

    private boolean running;
    private long beganAt;
    private long target;
    private long spent;
    /// After one that found nothing.
    private long rest = REST_NANOS;
    private long before;
    private int done;

    /// @param start the estimate before anything was known
    /// @param wanting bits a second that would be used
    /// @return true when a probe begins
    public boolean begin(long estimate, long start, long wanting, long nowNanos) {
        boolean helped = done < FIRST.length || estimate > 1.1 * before;
        boolean rested = done == 0 || nowNanos - beganAt >= (helped ? FIRST_REST_NANOS : rest);
        if (running || wanting <= estimate || !rested) {
            return false;
        }
        rest = helped ? REST_NANOS : Math.min(2 * rest, REST_MOST_NANOS);
        target = done < FIRST.length
                ? (long) Math.max(FIRST[done] * start, 1.2 * estimate)
                : (long) Math.min(1.2 * wanting, 3.0 * estimate);
        before = estimate;
        running = true;
        beganAt = nowNanos;
        spent = 0;
        done++;
        return true;
    }

    /// The line fell far below what it had carried: whatever was found in vain before, it is worth a try again.
    public void fell() {
        rest = REST_NANOS;
    }

    public boolean running() {
        return running;
    }

    /// Whatever is sent counts.
    public void sent(int bytes) {
        spent += bytes;
    }

    /// How much padding is to be sent now.
    public int due(long nowNanos) {
        long passed = Math.min(nowNanos - beganAt, DURATION_NANOS);
        return Math.clamp(target * passed / 8_000_000_000L - spent, 0, BYTES_MAX);
    }

    /// @return true when the probe has just ended
    public boolean ended(long nowNanos) {
        if (running && nowNanos - beganAt >= DURATION_NANOS) {
            running = false;
            return true;
        }
        return false;
    }
}
