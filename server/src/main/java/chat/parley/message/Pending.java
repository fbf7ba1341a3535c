package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// A sender who waits for the writer. Either the writer takes the entry or the sender withdraws it, never both:
/// what was refused for want of time is not written later, unless the writer had already begun.
final class Pending {
    private static final long RETRY_AFTER_MS = 1_000;

    private enum State {
        QUEUED,
        TAKEN,
        WITHDRAWN
    }

    private final Entry entry;
    private final @Nullable MessageId id;
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
    private final CompletableFuture<Receipt> outcome = new CompletableFuture<>();

    /// @param id that the message must have, if it must
    Pending(Entry entry, @Nullable MessageId id) {
        this.entry = entry;
        this.id = id;
    }

    /// Only wakes the writer; it is never taken.
    static Pending wake() {
        var nothing = new Entry(
                new ChannelId(0),
                new GuildId(0),
                new UserId(0),
                0,
                "",
                null,
                Message.Mentions.NONE,
                0,
                null,
                Extras.NONE);
        var wake = new Pending(nothing, null);
        wake.state.set(State.WITHDRAWN);
        return wake;
    }

    Entry entry() {
        return entry;
    }

    /// @param next gives an id to who needs a new one
    Message message(LongSupplier next) {
        return entry.at(id == null ? new MessageId(next.getAsLong()) : id);
    }

    /// Called by the writer; false when the sender has gone.
    boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    void done(Receipt receipt) {
        outcome.complete(receipt);
    }

    void failed(RuntimeException why) {
        outcome.completeExceptionally(why);
    }

    static Refused busy() {
        return new Refused(new Refusal.Busy(RETRY_AFTER_MS));
    }

    /// @throws Refused with `Busy` when it was not written, or when nothing is known after that time; a nonce makes it
    ///     safe to send it again
    Receipt await(long maxMs) {
        try {
            return outcome.get(maxMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            state.compareAndSet(State.QUEUED, State.WITHDRAWN);
            throw new Refused(new Refusal.Busy(RETRY_AFTER_MS), tooSlow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            state.compareAndSet(State.QUEUED, State.WITHDRAWN);
            throw new Refused(new Refusal.Busy(RETRY_AFTER_MS), stopped);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure);
        }
    }
}
