package chat.parley.media.send;

/// What one video stream asks of a subscriber's line and what it gets of it. Sizes are simulcast or spatial layers, 0
/// the smallest.
public final class Share {
    public static final int SIZES = 4;
    public static final int NONE = -1;

    static final long RISE_AFTER_NANOS = 1_000_000_000L;
    /// Whoever sees nothing waits a quarter as long as whoever sees it small.
    private static final int SOONER = 4;

    private static final long RISE_AFTER_MOST_NANOS = 16_000_000_000L;
    private static final long TRIAL_NANOS = 10_000_000_000L;

    final long[] costs = new long[SIZES];
    Priority priority = Priority.GRID;
    int wanted = NONE;
    int planned = NONE;
    private int granted = NONE;
    private boolean began;
    private boolean rises;
    private long risesSince;
    private long roseAt = -TRIAL_NANOS;
    private long riseAfter = RISE_AFTER_NANOS;

    /// Begins a new round: costs are to be told anew.
    ///
    /// @param wanted the largest size, or [#NONE]
    public void ask(Priority priority, int wanted) {
        this.priority = priority;
        this.wanted = Math.min(wanted, SIZES - 1);
        for (int i = 0; i < SIZES; i++) {
            costs[i] = 0;
        }
        if (wanted < 0) {
            granted = NONE;
            began = false;
        }
    }

    /// @param bits a second that this size takes; sizes that are not being sent are not told
    public void cost(int size, long bits) {
        if (size < SIZES) {
            costs[size] = Math.max(1, bits);
        }
    }

    /// True when there is something of it to be sent.
    public boolean offered() {
        return wanted >= 0 && above(NONE) != NONE;
    }

    /// The largest size to be sent, or [#NONE] when the line carries none.
    public int granted() {
        return granted;
    }

    /// True when there was something of it and the line did not carry it.
    boolean stopped() {
        return began && granted == NONE;
    }

    /// The next larger size that is being sent and wanted; the smallest one of all when only larger ones are sent.
    int above(int size) {
        for (int next = size + 1; next < SIZES; next++) {
            if (costs[next] > 0 && (next <= wanted || size == NONE)) {
                return next;
            }
        }
        return NONE;
    }

    long cost(int size) {
        return size < 0 ? 0 : costs[size];
    }

    /// Down at once, up when it could for a while. A rise that had to be taken back makes the next one wait longer.
    void settle(long nowNanos) {
        if (!began || planned <= granted) {
            if (began && planned < granted) {
                boolean held = nowNanos - roseAt >= TRIAL_NANOS;
                riseAfter = held ? RISE_AFTER_NANOS : Math.min(2 * riseAfter, RISE_AFTER_MOST_NANOS);
            }
            began = true;
            granted = planned;
            rises = false;
            return;
        }
        if (!rises) {
            rises = true;
            risesSince = nowNanos;
        }
        if (nowNanos - risesSince >= (granted == NONE ? riseAfter / SOONER : riseAfter)) {
            granted = planned;
            rises = false;
            roseAt = nowNanos;
        }
    }
}
