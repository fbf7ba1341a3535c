package chat.parley.search;

import chat.parley.base.bus.Bus;
import chat.parley.base.limit.Limits;
import chat.parley.channel.ChannelEvent;
import chat.parley.message.MessageEvent;
import chat.parley.message.archive.Archive;
import chat.parley.search.Intake.Change;
import chat.parley.search.engine.Engine;
import chat.parley.search.engine.Sheet;
import chat.parley.search.engine.Watermark;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
///
/// On the way of every message, though not in its way: a view of the index is a file and soon a merge, 1.1 ms for each
/// message when it was made at once. So nothing is shown before somebody searches: who does, asks for what was heard
/// until then ([#show()]), and all who ask meanwhile share one view.
public final class Feeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    /// What a crash costs is to read the messages of that time again.
    private static final long COMMIT_EVERY_MS = 30_000;
    /// Where many write and many search, a view for each search would take the machine.
    private static final long REFRESH_EVERY_NS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final long RETRY_MS = 5_000;
    private static final long STEP_MS = 50;
    private static final long CLOSE_MAX_MS = 5_000;

    private final Engine engine;
    private final Catching catching;
    private final Clock clock;
    private final Intake intake = new Intake();
    private final Thread thread =
            Thread.ofPlatform().name("search-feeder").daemon().unstarted(this::run);

    private volatile boolean catchingUp;
    private volatile boolean closed;
    private Watermark reached;
    private long committedMs;
    private long refreshedNs = System.nanoTime() - REFRESH_EVERY_NS;

    public Feeder(Engine engine, Archive archive, Bus bus, Clock clock) {
        this.engine = engine;
        this.catching = new Catching(engine, archive);
        this.clock = clock;
        this.reached = engine.watermark();
        bus.subscribe(MessageEvent.class, this::heard);
        bus.subscribe(
                ChannelEvent.Deleted.class,
                it -> intake.add(new Change.ChannelGone(it.channel().id())));
    }

    public void start() {
        thread.start();
    }

    /// Whether the index lacks what was written before it began to listen.
    public boolean behind() {
        return catchingUp || intake.lost();
    }

    /// Lets searches find what was heard so far. Returns at once when they do already, or when the index is far behind;
    /// otherwise within a bounded time.
    public void show() {
        if (intake.unseen() && !behind()) {
            try {
                var _ = intake.ask(thread).await(Limits.SEARCH_SHOW_MAX_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// For tests: waits until everything that was heard so far is found.
    public void settle() throws InterruptedException {
        if (!intake.ask(thread).await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The index does not settle");
        }
    }

    @Override
    public void close() {
        closed = true;
        // No interrupt: it would close the files that the index is being written to.
        intake.ask(thread);
        try {
            thread.join(CLOSE_MAX_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        engine.close();
    }

    private void heard(MessageEvent event) {
        switch (event) {
            case MessageEvent.Posted(var message, var _) -> intake.add(new Change.Put(message));
            case MessageEvent.Edited(var message, var _) -> intake.add(new Change.Put(message));
            case MessageEvent.Deleted deleted -> intake.add(new Change.Gone(List.of(deleted.id())));
            case MessageEvent.BulkDeleted deleted -> intake.add(new Change.Gone(deleted.ids()));
            default -> {}
        }
    }

    private void run() {
        var batch = new ArrayList<Change>(Intake.BATCH);
        while (!closed) {
            try {
                if (intake.lost()) {
                    catchUp();
                }
                intake.next(batch, COMMIT_EVERY_MS);
                if (!batch.isEmpty()) {
                    take(batch);
                }
                commitNowAndThen();
            } catch (InterruptedException stopping) {
                break;
            } catch (RuntimeException fault) {
                LOG.error("The search index lags behind; trying again", fault);
                intake.lose();
                rest();
            }
            batch.clear();
        }
        if (!behind()) {
            engine.commit(reached);
        }
    }

    /// What was heard meanwhile stays in the queue and is done again.
    private void catchUp() {
        catchingUp = true;
        intake.find();
        var now = clock.instant();
        reached = catching.up(reached, now, () -> closed);
        if (!closed) {
            engine.commit(reached);
            refresh();
            catchingUp = false;
        }
    }

    private void refresh() {
        engine.refresh();
        refreshedNs = System.nanoTime();
        intake.shown();
    }

    /// Those who search while this waits share the view.
    private void refreshFor(List<CountDownLatch> searchers) {
        long early = REFRESH_EVERY_NS - (System.nanoTime() - refreshedNs);
        if (early > 0) {
            LockSupport.parkNanos(early);
        }
        refresh();
        searchers.forEach(CountDownLatch::countDown);
    }

    private void take(List<Change> batch) {
        var puts = new ArrayList<Sheet>();
        var waiting = new ArrayList<CountDownLatch>();
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
                case Change.Asked(var shown) -> waiting.add(shown);
            }
        }
        flush(puts);
        if (!waiting.isEmpty()) {
            refreshFor(waiting);
        }
        if (!intake.lost()) {
            reached = new Watermark(newest, clock.instant());
        }
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
