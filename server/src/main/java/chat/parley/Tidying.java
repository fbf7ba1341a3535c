package chat.parley;

import chat.parley.base.bus.Bus;
import chat.parley.base.limit.Limits;
import chat.parley.channel.ChannelEvent;
import chat.parley.file.Attachments;
import chat.parley.message.MessageEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the files away with their messages. Files stand below messages and cannot hear of them, so it stands here.
/// What a full queue leaves undone stays readable for those who had the address, until that ends.
final class Tidying implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Tidying.class);
    private static final long EVERY_MINUTES = 10;

    private final Attachments attachments;
    private final Duration kept;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(Limits.CHORES_MAX),
            Thread.ofVirtual().name("file-chores").factory(),
            (_, _) -> log.warn("Too many files to tidy up; one event is left out"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("file-tidying").daemon().factory());

    /// @param kept how long the files of deleted messages stay
    Tidying(Attachments attachments, Bus bus, Duration kept) {
        this.attachments = attachments;
        this.kept = kept;
        bus.subscribe(MessageEvent.Deleted.class, it -> add(() -> attachments.gone(List.of(it.id()))));
        bus.subscribe(MessageEvent.BulkDeleted.class, it -> add(() -> attachments.gone(it.ids())));
        bus.subscribe(
                ChannelEvent.Deleted.class,
                it -> add(() -> attachments.gone(it.channel().id())));
    }

    void start() {
        timer.scheduleWithFixedDelay(
                () -> add(() -> attachments.sweep(kept)), EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void add(Runnable chore) {
        thread.execute(() -> {
            try {
                chore.run();
            } catch (RuntimeException fault) {
                log.error("Files could not be tidied up", fault);
            }
        });
    }

    @Override
    public void close() {
        timer.shutdownNow();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
