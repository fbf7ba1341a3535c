package chat.parley.load.peer;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// What listeners have heard since the last reset, and how late. May be filled by many threads.
final class Heard {
    static final long LATEST_NS = 60_000_000_000L;

    private final ConcurrentHistogram latency = new ConcurrentHistogram(LATEST_NS, 3);
    private final AtomicLong count = new AtomicLong();

    /// @param due when the message should have been said; both are readings of `System.nanoTime`
    void add(long due, long now) {
        latency.recordValue(Math.clamp(now - due, 1, LATEST_NS));
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }

    double percentileMs(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }

    Histogram latency() {
        return latency.copy();
    }

    /// Between rounds, when nothing is on its way.
    void reset() {
        latency.reset();
        count.set(0);
    }
}
