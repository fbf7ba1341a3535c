package chat.parley.media.receive;

/// Bits a second, measured over half a second and smoothed a little.
public final class RateMeter {
    private static final long WINDOW_NANOS = 500_000_000L;
    private static final long STALE_NANOS = 1_500_000_000L;

    private long bytes;
    private long since;
    private boolean started;
    private double rate;

    public void add(int size, long nowNanos) {
        if (!started) {
            started = true;
            since = nowNanos;
        }
        bytes += size;
        long passed = nowNanos - since;
        if (passed >= WINDOW_NANOS) {
            double sample = bytes * 8e9 / passed;
            rate = rate == 0 || passed > STALE_NANOS ? sample : (rate + sample) / 2;
            bytes = 0;
            since = nowNanos;
        }
    }

    /// Zero until half a second was measured, and again when nothing came for long.
    public long bitsPerSecond(long nowNanos) {
        return nowNanos - since > STALE_NANOS ? 0 : (long) rate;
    }
}
