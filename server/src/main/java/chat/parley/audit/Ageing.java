package chat.parley.audit;

import chat.parley.base.limit.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets old entries, a few at a time, so that no log grows without end.
public final class Ageing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ageing.class);
    private static final long EVERY_S = 600;

    private final Duration kept;
    private final List<ToIntFunction<Duration>> logs;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("audit-ageing").daemon().factory());

    /// @param kept how long an entry stays
    /// @param logs delete what is older, as many as may go at once, and say how many went
    public Ageing(Duration kept, List<ToIntFunction<Duration>> logs) {
        this.kept = kept;
        this.logs = List.copyOf(logs);
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::round, EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /// A database that is away for a moment must not end the rounds.
    private void round() {
        try {
            for (var log : logs) {
                int gone = Limits.AUDIT_SWEEP_MAX;
                while (gone == Limits.AUDIT_SWEEP_MAX) {
                    gone = log.applyAsInt(kept);
                }
            }
        } catch (RuntimeException fault) {
            LOG.warn("Old audit entries could not be deleted; trying again", fault);
        }
    }
}
