package chat.parley.load.sfu;

import chat.parley.load.sfu.unit.Stamp;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/// How late the packets of one round were. Written by one thread.
public final class Delays {
    private static final long LATE_MAX = 60_000_000_000L;
    private static final int PACKETS_MAX = 1_000_000;

    private final Histogram all = new Histogram(LATE_MAX, 3);
    private final long[] lastOf = new long[PACKETS_MAX];
    private volatile int round;
    private volatile long count;

    /// Forgets what came, and does not count what still comes of the rounds before.
    ///
    /// @return the number of the new round
    public int begin() {
        all.reset();
        Arrays.fill(lastOf, 0);
        count = 0;
        int next = round + 1;
        round = next;
        return next;
    }

    /// @param now by the clock of the stamp
    public void note(byte[] bytes, int payloadAt, int payloadLength, long now) {
        if (!Stamp.fits(payloadLength) || Stamp.round(bytes, payloadAt) != round || round == 0) {
            return;
        }
        int number = Stamp.number(bytes, payloadAt);
        if (number < 0 || number >= PACKETS_MAX) {
            // A probe.
            return;
        }
        long late = Math.clamp(now - Stamp.moment(bytes, payloadAt), 1, LATE_MAX);
        all.recordValue(late);
        lastOf[number] = Math.max(lastOf[number], late);
        long seen = count + 1;
        count = seen;
    }

    public long count() {
        return count;
    }

    public double percentileMs(double percentile) {
        return all.getValueAtPercentile(percentile) / 1e6;
    }

    /// Of each packet the subscriber that got it last.
    public double lastMs(double percentile) {
        var last = new Histogram(LATE_MAX, 3);
        for (long nanos : lastOf) {
            if (nanos > 0) {
                last.recordValue(nanos);
            }
        }
        return last.getValueAtPercentile(percentile) / 1e6;
    }
}
