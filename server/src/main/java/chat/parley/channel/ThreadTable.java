package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The threads of one guild in memory at one moment, immutable: all that are active, and of the archived those that
/// somebody asked for lately. They stand apart from [ChannelTable], so that starting or archiving one leaves the
/// permissions that were computed for the channels as they are.
///
/// `epoch` grows with every change after which somebody may see more or less. What is only learned from the database
/// does not count.
final class ThreadTable {
    private final Map<ChannelId, Entry> threads;
    private final long epoch;

    /// @param members with the time at which each joined
    record Entry(Channel thread, Map<UserId, Instant> members) {
        Entry {
            members = Map.copyOf(members);
        }
    }

    ThreadTable(Collection<Entry> active, long epoch) {
        this.threads = new LinkedHashMap<>();
        active.forEach(it -> threads.put(it.thread().id(), it));
        this.epoch = epoch;
    }

    private ThreadTable(Map<ChannelId, Entry> threads, long epoch) {
        this.threads = threads;
        this.epoch = epoch;
    }

    long epoch() {
        return epoch;
    }

    @Nullable
    Entry find(ChannelId id) {
        return threads.get(id);
    }

    List<Channel> active() {
        return threads.values().stream()
                .map(Entry::thread)
                .filter(it -> !it.archived())
                .toList();
    }

    /// All that are in memory, whatever their state.
    Collection<Entry> all() {
        return threads.values();
    }

    ThreadTable with(Entry changed) {
        var next = new LinkedHashMap<>(threads);
        next.put(changed.thread().id(), changed);
        return new ThreadTable(next, epoch + 1);
    }

    ThreadTable without(Collection<ChannelId> ids) {
        var next = new LinkedHashMap<>(threads);
        ids.forEach(next::remove);
        return new ThreadTable(next, epoch + 1);
    }

    /// With archived ones that the database had. What is known already is newer and stays; beyond the limit the
    /// archived that were learned first are forgotten.
    ThreadTable learning(Collection<Entry> stored) {
        var next = new LinkedHashMap<>(threads);
        stored.forEach(it -> next.putIfAbsent(it.thread().id(), it));
        long archived =
                next.values().stream().filter(it -> it.thread().archived()).count();
        var oldest = next.values().iterator();
        while (archived > Limits.ARCHIVED_THREADS_IN_MEMORY && oldest.hasNext()) {
            if (oldest.next().thread().archived()) {
                oldest.remove();
                archived--;
            }
        }
        return new ThreadTable(next, epoch);
    }
}
