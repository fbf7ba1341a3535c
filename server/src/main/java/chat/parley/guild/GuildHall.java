package chat.parley.guild;

import java.util.concurrent.locks.ReentrantLock;

/// One guild in memory: the snapshot that readers take without a lock, and the lock of those who change it.
final class GuildHall {
    final ReentrantLock lock = new ReentrantLock();
    private volatile GuildSnapshot now;
    /// Guarded by the lock: the guild was deleted while others waited.
    private boolean razed;
    /// Guarded by the lock: the database failed in the middle of a change, so memory may lag behind it.
    private boolean doubtful;

    GuildHall(GuildSnapshot loaded) {
        this.now = loaded;
    }

    GuildSnapshot now() {
        return now;
    }

    void become(GuildSnapshot next) {
        now = next;
        doubtful = false;
    }

    boolean razed() {
        return razed;
    }

    void raze() {
        razed = true;
    }

    boolean doubtful() {
        return doubtful;
    }

    void doubt() {
        doubtful = true;
    }
}
