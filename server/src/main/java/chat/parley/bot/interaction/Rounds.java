package chat.parley.bot.interaction;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks, several times a second, which interactions nobody answered.
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int EVERY_MS = 200;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("interactions").factory());
    private final Interactions interactions;

    public Rounds(Interactions interactions) {
        this.interactions = interactions;
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::go, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void go() {
        try {
            interactions.sweep();
        } catch (RuntimeException fault) {
            LOG.error("A round over the interactions failed", fault);
        }
    }
}
