package chat.parley.message.upkeep;

import chat.parley.base.bus.Bus;
import chat.parley.base.sql.Database;
import chat.parley.base.work.Chores;
import chat.parley.channel.ChannelEvent;
import chat.parley.file.Attachments;
import chat.parley.message.MessageEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Takes the files away with their messages. Files stand below messages and cannot hear of them.
/// What a full queue leaves undone stays readable for those who had the address, until that ends.
public final class Tidying implements AutoCloseable {
    private static final long EVERY_MINUTES = 10;

    private final Attachments attachments;
    private final Duration kept;
    private final Attachments.Senders senders;
    private final Chores chores = new Chores("file-chores");
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("file-tidying").daemon().factory());

    /// @param kept how long the files of deleted messages stay
    public Tidying(Attachments attachments, Database database, Bus bus, Duration kept) {
        this.senders = new Owners(database)::of;
        this.attachments = attachments;
        this.kept = kept;
        bus.subscribe(MessageEvent.Deleted.class, it -> chores.add(() -> attachments.gone(List.of(it.id()))));
        bus.subscribe(MessageEvent.BulkDeleted.class, it -> chores.add(() -> attachments.gone(it.ids())));
        bus.subscribe(
                ChannelEvent.Deleted.class,
                it -> chores.add(() -> attachments.gone(it.channel().id())));
    }

    public void start() {
        timer.scheduleWithFixedDelay(
                () -> chores.add(() -> attachments.sweep(kept, senders)),
                EVERY_MINUTES,
                EVERY_MINUTES,
                TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        chores.close();
    }
}
