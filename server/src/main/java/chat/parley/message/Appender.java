package chat.parley.message;

import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of new messages: a platform thread that takes whatever is queued, gives ids, writes it with one
/// statement and one commit, and then publishes and answers.
///
/// That thread is what makes the order of ids, of commits and of events the same for every channel. There is no
/// timer: an idle system writes at once, a busy one batches by itself, because a batch gathers while the one before it
/// is being written.
///
/// What it promises:
/// - nobody is answered before the commit is durable;
/// - a message that was committed is published, also when the answer of the commit got lost. Then the writer asks the
///   database which rows are there, and goes on to nothing else until it knows: otherwise a later message could be
///   published before an earlier one;
/// - a row that the database refuses fails its own sender only.
final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final long WAIT_MAX_MS = 10_000;
    private static final long CLOSE_MAX_MS = 10_000;

    private final Batch batches;
    private final BlockingQueue<Pending> queue;
    private final Thread writer =
            Thread.ofPlatform().name("message-writer").daemon().unstarted(this::run);
    private volatile boolean closed;

    /// Hears of each message once, in order, on the writer's thread, before its sender does.
    @FunctionalInterface
    interface Committed {
        void accept(Message message, Entry entry);
    }

    /// @param queueMax how many may wait; more are refused
    Appender(AppendStore store, Snowflakes ids, Clock clock, int queueMax, Committed committed) {
        this.batches = new Batch(store, ids, clock, committed, () -> closed);
        this.queue = new ArrayBlockingQueue<>(queueMax);
    }

    void start() {
        writer.start();
    }

    /// Returns when the message is durable; for a repeated nonce, the id of the first one, and nothing was written.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Busy` when the queue is full or the database failed
    Receipt append(Entry entry) {
        return append(entry, null);
    }

    /// @param id that the message must have, the first of a channel; absent for the next one
    Receipt append(Entry entry, @Nullable MessageId id) {
        var pending = new Pending(entry, id);
        if (closed || !queue.offer(pending)) {
            throw Pending.busy();
        }
        if (closed && queue.remove(pending)) {
            throw Pending.busy();
        }
        return pending.await(WAIT_MAX_MS);
    }

    int waiting() {
        return queue.size();
    }

    /// Writes what is queued, then stops.
    @Override
    public void close() {
        closed = true;
        queue.offer(Pending.wake());
        try {
            writer.join(CLOSE_MAX_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            left.failed(Pending.busy());
        }
    }

    private void run() {
        var batch = new ArrayList<Pending>(Limits.APPEND_BATCH_MAX);
        while (next(batch)) {
            try {
                batches.write(batch);
            } catch (RuntimeException fault) {
                LOG.error("A batch of {} messages failed", batch.size(), fault);
                batch.forEach(it -> it.failed(Pending.busy()));
            }
            batch.clear();
        }
    }

    /// Waits for the first, then takes what else is there; false when closed and empty.
    private boolean next(List<Pending> batch) {
        while (!(closed && queue.isEmpty())) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException stopped) {
                return false;
            }
            queue.drainTo(batch, Limits.APPEND_BATCH_MAX - 1);
            batch.removeIf(it -> !it.take());
            if (!batch.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
