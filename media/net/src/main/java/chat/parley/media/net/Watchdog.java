package chat.parley.media.net;

import chat.parley.media.net.loop.MediaLoop;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log when a loop hangs and what it does meanwhile, once for each time.
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final long LOOK_MS = 500;
    private static final long STALLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final List<MediaLoop> loops;
    private final boolean[] hangs;
    private final Thread thread;

    Watchdog(List<MediaLoop> loops) {
        this.loops = List.copyOf(loops);
        hangs = new boolean[loops.size()];
        thread = Thread.ofVirtual().name("media-watchdog").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_MS);
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
        boolean stalled = nanos > STALLED_NANOS;
        if (stalled && !hangs[index]) {
            LOG.error("media loop {} hangs for {} ms in {}", index, nanos / 1_000_000, Arrays.toString(loop.stack()));
        } else if (!stalled && hangs[index]) {
            LOG.warn("media loop {} turns again", index);
        }
        hangs[index] = stalled;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
