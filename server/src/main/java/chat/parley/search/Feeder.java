package chat.parley.search;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.channel.ChannelEvent;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.archive.Archive;
import chat.parley.search.engine.Engine;
import chat.parley.search.engine.Sheet;
import chat.parley.search.engine.Watermark;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps an index in step with what is committed: one thread that takes changes from a bounded queue.
///
/// What the queue cannot hold is forgotten and fetched later from the archive, as is everything since the watermark
/// after a start; so whoever writes never waits for the index, and a crash between a commit and the index loses
/// nothing. Changes are taken over as whole messages, so to do one twice does no harm.
public final class Feeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final int BATCH = 500;
    private static final long COMMIT_EVERY_MS = 5_000;
    /// Under load a view of the index for each small batch would cost more than the batch: a file, and a merge soon.
    private static final long REFRESH_EVERY_MS = 100;

    private static final long RETRY_MS = 5_000;
    private static final long STEP_MS = 50;
    private static final long CLOSE_MAX_MS = 5_000;

    private final Engine engine;
    private final Catching catching;
    private final Clock clock;
    private final BlockingQueue<Change> queue = new ArrayBlockingQueue<>(Limits.SEARCH_QUEUE_MAX);
    private final Thread thread =
            Thread.ofPlatform().name("search-feeder").daemon().unstarted(this::run);

    /// Set when a change did not find room.
    private volatile boolean behind = true;
    private volatile boolean closed;
    private Watermark reached;
    private long committedMs;
    private long refreshedNs = System.nanoTime();
    /// What was taken is not seen by searches yet.
    private boolean unseen;

    private sealed interface Change {
        record Put(Message message) implements Change {}

        record Gone(List<MessageId> messages) implements Change {}

        record ChannelGone(ChannelId channel) implements Change {}

        record Settle(CountDownLatch done) implements Change {}
    }

    public Feeder(Engine engine, Archive archive, Bus bus, Clock clock) {
        this.engine = engine;
        this.catching = new Catching(engine, archive);
        this.clock = clock;
        this.reached = engine.watermark();
        bus.subscribe(MessageEvent.class, this::heard);
        bus.subscribe(
                ChannelEvent.Deleted.class,
                it -> add(new Change.ChannelGone(it.channel().id())));
    }

    public void start() {
        thread.start();
    }

    /// Whether the index lacks what was written before it began to listen.
    public boolean behind() {
        return behind;
    }

    /// For tests: waits until everything that was heard so far is found.
    public void settle() throws InterruptedException {
        var done = new CountDownLatch(1);
        queue.put(new Change.Settle(done));
        if (!done.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The index does not settle");
        }
    }

    @Override
    public void close() {
        closed = true;
        // No interrupt: it would close the files that the index is being written to.
        queue.offer(new Change.Settle(new CountDownLatch(1)));
        try {
            thread.join(CLOSE_MAX_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }

    private void heard(MessageEvent event) {
        switch (event) {
            case MessageEvent.Posted(var message, var _) -> add(new Change.Put(message));
            case MessageEvent.Edited(var message, var _) -> add(new Change.Put(message));
            case MessageEvent.Deleted deleted -> add(new Change.Gone(List.of(deleted.id())));
            case MessageEvent.BulkDeleted deleted -> add(new Change.Gone(deleted.ids()));
            default -> {}
        }
    }

    private void add(Change change) {
        if (!queue.offer(change)) {
            behind = true;
        }
    }

    private void run() {
        var batch = new ArrayList<Change>(BATCH);
        while (!closed) {
            try {
                if (behind) {
                    catchUp();
                }
                var first = queue.poll(unseen ? REFRESH_EVERY_MS : COMMIT_EVERY_MS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    take(batch);
                }
                refreshNowAndThen(first == null);
                commitNowAndThen();
            } catch (InterruptedException stopping) {
                break;
            } catch (RuntimeException fault) {
                LOG.error("The search index lags behind; trying again", fault);
                behind = true;
                rest();
            }
            batch.clear();
        }
        if (!behind) {
            engine.commit(reached);
        }
    }

    /// What was heard meanwhile stays in the queue and is done again.
    private void catchUp() {
        behind = false;
        var now = clock.instant();
        reached = catching.up(reached, now, () -> closed);
        if (!closed) {
            engine.commit(reached);
            refresh();
        }
    }

    /// At once after a pause, so that a quiet place finds what was just said; seldom in a storm.
    private void refreshNowAndThen(boolean quiet) {
        if (unseen && (quiet || System.nanoTime() - refreshedNs >= TimeUnit.MILLISECONDS.toNanos(REFRESH_EVERY_MS))) {
            refresh();
        }
    }

    private void refresh() {
        engine.refresh();
        unseen = false;
        refreshedNs = System.nanoTime();
    }

    private void take(List<Change> batch) {
        var puts = new ArrayList<Sheet>();
        var settled = new ArrayList<CountDownLatch>();
        var newest = reached.newest();
        for (var change : batch) {
            switch (change) {
                case Change.Put(var message) -> {
                    if (message.written()) {
                        puts.add(Sheet.of(message));
                    }
                    newest = message.id().compareTo(newest) > 0 ? message.id() : newest;
                }
                case Change.Gone(var messages) -> {
                    flush(puts);
                    engine.remove(messages);
                }
                case Change.ChannelGone(var channel) -> {
                    flush(puts);
                    engine.removeChannel(channel);
                }
                case Change.Settle(var done) -> settled.add(done);
            }
        }
        flush(puts);
        unseen = true;
        if (!settled.isEmpty()) {
            refresh();
        }
        if (!behind) {
            reached = new Watermark(newest, clock.instant());
        }
        settled.forEach(CountDownLatch::countDown);
    }

    private void flush(List<Sheet> puts) {
        if (!puts.isEmpty()) {
            engine.put(puts);
            puts.clear();
        }
    }

    private void commitNowAndThen() {
        long now = clock.millis();
        if (now - committedMs >= COMMIT_EVERY_MS && !reached.equals(engine.watermark())) {
            engine.commit(reached);
            committedMs = now;
        }
    }

    private void rest() {
        for (long waitedMs = 0; waitedMs < RETRY_MS && !closed; waitedMs += STEP_MS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP_MS));
        }
    }
}
