package chat.parley.moderation.work;

import chat.parley.base.limit.Limits;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread for what events ask of moderation and may block; a listener itself must not. Bounded: what does not fit
/// is left undone and logged.
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long CLOSE_MAX_S = 5;

    private final ThreadPoolExecutor thread;

    public Worker(String name) {
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(Limits.CHORES_MAX),
                Thread.ofVirtual().name(name).factory(),
                (task, pool) -> LOG.warn("Too much to do at once; something is left undone"));
    }

    public void add(Runnable task) {
        thread.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.error("A task failed", fault);
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
