package chat.parley.channel;

import chat.parley.guild.GuildSnapshot;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The channels of one guild in memory, and the last view of them. Written only with the guild's lock held; the
/// view is a cache that any reader may renew.
final class Floor {
    private volatile ChannelTable table;
    /// Changed with the guild's lock held; what is learned from the database may come in between.
    private final AtomicReference<ThreadTable> threads;
    private volatile @Nullable View view;
    /// Guarded by the guild's lock: the database failed in the middle of a change, so memory may lag behind it.
    private boolean doubtful;

    Floor(ChannelTable loaded, ThreadTable active) {
        this.table = loaded;
        this.threads = new AtomicReference<>(active);
    }

    ThreadTable threads() {
        return threads.get();
    }

    void change(UnaryOperator<ThreadTable> change) {
        threads.updateAndGet(change);
    }

    /// Takes in what the database had while the table was still `before`; otherwise it may be out of date.
    boolean learn(ThreadTable before, Collection<ThreadTable.Entry> stored) {
        return threads.compareAndSet(before, before.learning(stored));
    }

    ChannelTable table() {
        return table;
    }

    void become(ChannelTable next) {
        table = next;
        doubtful = false;
    }

    boolean doubtful() {
        return doubtful;
    }

    void doubt() {
        doubtful = true;
    }

    /// Who may do what, with the guild as given. The permissions that were computed before are kept as long as the
    /// rules are the same: somebody who joins or changes their nickname costs nothing.
    View view(GuildSnapshot guild, Clock clock) {
        var channels = table;
        var talks = threads.get();
        // Only if the channels are still the same were the two ever true together.
        for (var now = table; now != channels; now = table) {
            channels = now;
            talks = threads.get();
        }
        var known = view;
        if (known != null && known.isOf(guild, channels, talks)) {
            return known;
        }
        var permissions = known != null && known.table().fits(guild, channels)
                ? known.table()
                : new PermissionTable(guild, channels);
        var next = new View(guild, channels, talks, permissions, clock);
        view = next;
        return next;
    }
}
