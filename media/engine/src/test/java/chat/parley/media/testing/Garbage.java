package chat.parley.media.testing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// Counts the bytes that this thread allocates.
public final class Garbage {
    private static final int WARM_UP = 30_000;
    private static final int CALLS = 20_000;
    private static final int ROUNDS = 3;

    private Garbage() {}

    /// The bytes that one call allocates once it is compiled: the best of three rounds, since a round may contain the
    /// compiler's own.
    public static double perCall(Runnable call) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < WARM_UP; i++) {
            call.run();
        }
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            best = Math.min(best, (threads.getCurrentThreadAllocatedBytes() - before) / (double) CALLS);
        }
        return best;
    }
}
