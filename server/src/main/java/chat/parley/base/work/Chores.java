package chat.parley.base.work;

import chat.parley.base.limit.Limits;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread for what events ask to be done and may block; a listener itself must not. Bounded: what does not fit is
/// left undone and logged.
public final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final long CLOSE_MAX_S = 5;

    private final ThreadPoolExecutor thread;

    /// @param name of the thread, by which the log tells whose chores they are
    public Chores(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(Limits.CHORES_MAX),
                Thread.ofVirtual().name(name).factory(),
                (chore, pool) -> LOG.warn("{}: too many chores; one is left undone", name));
    }

    public void add(Runnable chore) {
        thread.execute(() -> {
            try {
                chore.run();
            } catch (RuntimeException fault) {
                LOG.error("A chore failed", fault);
            }
        });
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_MAX_S, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
