package chat.parley.message;

import chat.parley.base.id.MessageId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The place of one channel's tail in memory.
///
/// Reads take what is there without a lock. Changes are told after their commit and applied under the lock of `this`. A
/// load from the database runs outside of it, one at a time; what is posted meanwhile is gathered and added, and a
/// message that was changed or deleted meanwhile makes the load start over, so that an old row never covers a newer
/// one.
final class Shelf {
    private static final int LOAD_TRIES = 4;

    private final ReentrantLock loading = new ReentrantLock();
    private final List<Message> arrived = new ArrayList<>();
    private boolean gathering;
    private long changes;
    private volatile @Nullable Tail tail;

    @Nullable
    Tail now() {
        return tail;
    }

    synchronized void posted(Message message) {
        if (gathering) {
            arrived.add(message);
        }
        if (tail != null) {
            tail = tail.plus(message);
        }
    }

    synchronized void replaced(Message message) {
        changes++;
        if (tail != null) {
            tail = tail.replacing(message);
        }
    }

    synchronized void removed(Collection<MessageId> ids) {
        changes++;
        if (tail != null) {
            tail = tail.without(ids);
        }
    }

    /// Loads the tail once for all who ask at the same time.
    ///
    /// @param enough whether a tail that somebody else has loaded by now will do
    Tail load(Predicate<Tail> enough, Supplier<Tail> read) {
        loading.lock();
        try {
            var present = tail;
            if (present != null && enough.test(present)) {
                return present;
            }
            for (int tries = 1; ; tries++) {
                long stamp = gather();
                var loaded = keep(read.get(), stamp, tries == LOAD_TRIES);
                if (loaded != null) {
                    return loaded;
                }
            }
        } finally {
            loading.unlock();
        }
    }

    private synchronized long gather() {
        arrived.clear();
        gathering = true;
        return changes;
    }

    /// @param anyway give it back even though it changed meanwhile, but do not keep it
    private synchronized @Nullable Tail keep(Tail loaded, long stamp, boolean anyway) {
        gathering = false;
        var current = loaded;
        for (var message : arrived) {
            current = current.plus(message);
        }
        arrived.clear();
        if (stamp == changes) {
            tail = current;
            return current;
        }
        return anyway ? current : null;
    }
}
