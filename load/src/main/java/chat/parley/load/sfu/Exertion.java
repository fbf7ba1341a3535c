package chat.parley.load.sfu;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/// The processor time that some threads of this process take.
final class Exertion {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long MOMENT_NANOS = 2_000_000;

    private final long[] threads;

    private Exertion(long... threads) {
        this.threads = threads;
    }

    /// Looked up once: what runs beside a word, and is compiled meanwhile, would be measured with it.
    ///
    /// @param name a regular expression for those that run now
    static Exertion of(String name) {
        return new Exertion(LongStream.of(THREADS.getAllThreadIds())
                .filter(it -> {
                    var thread = THREADS.getThreadInfo(it);
                    return thread != null && thread.getThreadName().matches(name);
                })
                .toArray());
    }

    /// What they have taken once they take no more for a moment, in nanoseconds.
    long restedNanos() {
        long sum = nanos();
        for (long last = -1; sum != last; sum = nanos()) {
            last = sum;
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        return sum;
    }

    private long nanos() {
        long sum = 0;
        for (long thread : threads) {
            sum += THREADS.getThreadCpuTime(thread);
        }
        return sum;
    }
}
