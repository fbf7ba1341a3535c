package chat.parley.media.net.pages;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has the kernel put what this process has in use into large pages: when the media server opens, and at most every
/// minute when more people come.
///
/// Only where at least half of a large page is in memory already: so heap that was never touched, bitmaps and card
/// tables stay as they are, and resident memory grows by what a few half-filled pieces lack. Java's options for
/// large pages take all of the heap instead, from the start and with or without calls.
///
/// The collector gives pieces of the heap back and takes others, and code is compiled as long as a program runs: hence
/// the minutes. Not with everybody who comes: what the kernel has just moved is cold when the first word comes.
public final class LargePages implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LargePages.class);
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SELDOM_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /// Looked at when it is used first: a node without calls needs no native calls.
    private volatile boolean wanted;

    private @Nullable Kernel kernel;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile long askedAt;
    private volatile long bytes;
    private volatile long doneAt;
    private volatile boolean closed;
    private boolean told;

    /// @param wanted false to leave all as it is
    public LargePages(boolean wanted) {
        this.wanted =
                wanted && System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /// Somebody has come: does it in the background when nobody else has come for half a second, or after five seconds,
    /// unless it was done within the last minute.
    public void soon() {
        if (!wanted || (doneAt != 0 && System.nanoTime() - doneAt < SELDOM_NANOS)) {
            return;
        }
        askedAt = System.nanoTime();
        if (pending.compareAndSet(false, true)) {
            var _ = Thread.ofPlatform().name("media-pages").daemon(true).start(this::whenQuiet);
        }
    }

    private void whenQuiet() {
        long since = System.nanoTime();
        try {
            for (long now = since;
                    now - askedAt < QUIET_NANOS && now - since < PATIENCE_NANOS;
                    now = System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(QUIET_NANOS - (now - askedAt));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        pending.set(false);
        now();
    }

    /// Does it, and waits until it is done.
    public synchronized void now() {
        if (kernel == null && wanted) {
            kernel = Kernel.here();
            wanted = kernel != null;
        }
        if (kernel == null || closed) {
            return;
        }
        long before = System.nanoTime();
        try {
            bytes = join(kernel);
            doneAt = System.nanoTime();
        } catch (IOException unreadable) {
            LOG.debug("no large pages: {}", unreadable.getMessage());
            return;
        }
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        if (told) {
            LOG.debug("{} MB are in large pages, after {} ms", bytes >> 20, ms);
        } else {
            told = true;
            LOG.info("calls have begun: {} MB are in large pages now, after {} ms", bytes >> 20, ms);
        }
    }

    private static long join(Kernel kernel) throws IOException {
        int large = kernel.large();
        long joined = 0;
        try (var residence = new Residence(kernel.page(), large)) {
            for (var mapping : Mapping.all()) {
                for (long at = mapping.first(large); at + large <= mapping.to(); at += large) {
                    if (residence.resident(at) >= large / 2 && kernel.join(at, large)) {
                        joined += large;
                    }
                }
            }
        }
        return joined;
    }

    /// How much was put into large pages the last time.
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        closed = true;
    }
}
