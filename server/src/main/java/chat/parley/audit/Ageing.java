package chat.parley.audit;

import chat.parley.base.limit.Limits;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets old entries, a few at a time, so that no log grows without end.
public final class Ageing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ageing.class);
    private static final long EVERY_S = 600;

    private final AuditLog log;
    private final Duration kept;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("audit-ageing").daemon().factory());

    /// @param kept how long an entry stays
    public Ageing(AuditLog log, Duration kept) {
        this.log = log;
        this.kept = kept;
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
            int gone = Limits.AUDIT_SWEEP_MAX;
            while (gone == Limits.AUDIT_SWEEP_MAX) {
                gone = log.forget(kept);
            }
        } catch (RuntimeException fault) {
            LOG.warn("Old audit entries could not be deleted; trying again", fault);
        }
    }
}
