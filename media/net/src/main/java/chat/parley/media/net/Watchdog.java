package chat.parley.media.net;

import chat.parley.media.net.loop.MediaLoop;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log when a loop hangs and what it does meanwhile, once for each time.
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long LOOK_MS = 1_000;
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final List<MediaLoop> loops;
    private final long lookMs;
    private final long stalledNanos;
    private final boolean[] hangs;
    private final AtomicInteger hanging = new AtomicInteger();
    private final Thread thread;

    Watchdog(List<MediaLoop> loops) {
        this(loops, LOOK_MS, STALLED_NANOS);
    }

    /// @param stalledNanos a turn that lasts longer hangs
    Watchdog(List<MediaLoop> loops, long lookMs, long stalledNanos) {
        this.loops = List.copyOf(loops);
        this.lookMs = lookMs;
        this.stalledNanos = stalledNanos;
        hangs = new boolean[loops.size()];
        thread = Thread.ofVirtual().name("media-watchdog").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(lookMs);
                for (int i = 0; i < hangs.length; i++) {
                    look(i);
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(int index) {
        var loop = loops.get(index);
        long nanos = loop.turnNanos();
        boolean stalled = nanos > stalledNanos;
        if (stalled && !hangs[index]) {
            hanging.incrementAndGet();
            LOG.error("media loop {} hangs for {} ms in {}", index, nanos / 1_000_000, Arrays.toString(loop.stack()));
        } else if (!stalled && hangs[index]) {
            hanging.decrementAndGet();
            LOG.warn("media loop {} turns again", index);
        }
        hangs[index] = stalled;
    }

    /// Loops that hang now.
    int hanging() {
        return hanging.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
