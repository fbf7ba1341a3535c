package chat.parley.edge.http;

import chat.parley.base.limit.Limits;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Runs what may block, each job on a virtual thread of its own. So many run at a time, so many wait a moment
/// for their turn; what comes beyond is turned away at once, which costs nothing.
final class Workers {
    private final Semaphore running;
    private final int admittedMax;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Thread.Builder threads = Thread.ofVirtual().name("http-", 0);

    Workers(int runningMax, int waitingMax) {
        this.running = new Semaphore(runningMax);
        this.admittedMax = runningMax + waitingMax;
    }

    /// Runs the job, or `tooBusy` when there was no room for it; the latter also on the caller's thread.
    void run(Runnable job, Runnable tooBusy) {
        if (admitted.incrementAndGet() > admittedMax) {
            admitted.decrementAndGet();
            tooBusy.run();
            return;
        }
        threads.start(() -> {
            try {
                inTurn(job, tooBusy);
            } finally {
                admitted.decrementAndGet();
            }
        });
    }

    /// Waits until all jobs are done.
    ///
    /// @return false when some were not within the time
    boolean drained(long withinMs) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        while (admitted.get() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(5_000_000);
        }
        return admitted.get() == 0;
    }

    private void inTurn(Runnable job, Runnable tooBusy) {
        try {
            if (!running.tryAcquire(Limits.HTTP_WAITING_MS, TimeUnit.MILLISECONDS)) {
                tooBusy.run();
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            tooBusy.run();
            return;
        }
        try {
            job.run();
        } finally {
            running.release();
        }
    }
}
