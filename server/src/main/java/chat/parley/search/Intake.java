package chat.parley.search;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.message.Message;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What was heard and is not in the index yet. Anybody adds and asks, one thread takes.
///
/// Hot path for who adds: one offer and one read of a flag. The taker is not woken for each change, but gathers for a
/// moment, unless somebody asks.
final class Intake {
    static final int BATCH = 500;
    private static final long GATHER_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final BlockingQueue<Change> queue = new ArrayBlockingQueue<>(Limits.SEARCH_QUEUE_MAX);
    /// How many wait for a view.
    private final AtomicInteger asking = new AtomicInteger();
    /// A change did not find room.
    private volatile boolean lost = true;
    /// Something was heard that searches do not see yet.
    private volatile boolean unseen;

    sealed interface Change {
        record Put(Message message) implements Change {}

        record Gone(List<MessageId> messages) implements Change {}

        record ChannelGone(ChannelId channel) implements Change {}

        /// Somebody waits until all that stands before this can be found.
        record Asked(CountDownLatch shown) implements Change {}
    }

    /// Calls it unseen only when it is in the queue: see [#shown()].
    void add(Change change) {
        if (!queue.offer(change)) {
            lost = true;
        }
        if (!unseen) {
            unseen = true;
        }
    }

    boolean unseen() {
        return unseen;
    }

    boolean lost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    /// What was lost is being fetched.
    void find() {
        lost = false;
    }

    /// Asks the taker for a view.
    ///
    /// @return counted down when what was added so far can be found
    CountDownLatch ask(Thread taker) {
        var shown = new CountDownLatch(1);
        asking.incrementAndGet();
        if (!queue.offer(new Change.Asked(shown))) {
            // As many changes as the queue holds will be fetched anew: nobody waits for that.
            asking.decrementAndGet();
            shown.countDown();
        }
        LockSupport.unpark(taker);
        return shown;
    }

    /// The taker: adds what there is to the batch, in order; nothing when nothing came within the time.
    void next(List<Change> batch, long withinMs) throws InterruptedException {
        var first = queue.poll(withinMs, TimeUnit.MILLISECONDS);
        if (first != null) {
            gather();
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
            asking.addAndGet(
                    -(int) batch.stream().filter(Change.Asked.class::isInstance).count());
        }
    }

    /// The taker: what it has taken can be found. Whoever adds meanwhile is in the queue before it says so, and is not
    /// forgotten.
    void shown() {
        unseen = false;
        if (!queue.isEmpty()) {
            unseen = true;
        }
    }

    private void gather() {
        long until = System.nanoTime() + GATHER_NS;
        for (long left = GATHER_NS; left > 0 && asking.get() == 0; left = until - System.nanoTime()) {
            if (queue.size() >= BATCH) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }
}
