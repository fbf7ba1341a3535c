package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The channels of one guild at one moment, immutable. Each has an index, by which the rows of
/// [PermissionTable] are laid out. `epoch` grows with every change.
final class ChannelTable {
    private static final Comparator<Channel> SHOWN = Comparator.comparing(
                    (Channel it) -> it.kind().row())
            .thenComparingInt(Channel::position)
            .thenComparing(Channel::id);

    private final List<Channel> channels;
    private final Map<ChannelId, Integer> indices;
    private final long epoch;

    ChannelTable(Collection<Channel> channels, long epoch) {
        this.channels = channels.stream().sorted(SHOWN).toList();
        this.indices = HashMap.newHashMap(channels.size());
        for (int i = 0; i < this.channels.size(); i++) {
            indices.put(this.channels.get(i).id(), i);
        }
        this.epoch = epoch;
    }

    /// In the order of rows and positions.
    List<Channel> list() {
        return channels;
    }

    long epoch() {
        return epoch;
    }

    /// The index, or -1.
    int index(ChannelId id) {
        return indices.getOrDefault(id, -1);
    }

    @Nullable
    Channel find(ChannelId id) {
        var index = indices.get(id);
        return index == null ? null : channels.get(index);
    }

    ChannelTable with(Collection<Channel> changed) {
        var next = new HashMap<ChannelId, Channel>();
        channels.forEach(it -> next.put(it.id(), it));
        changed.forEach(it -> next.put(it.id(), it));
        return new ChannelTable(next.values(), epoch + 1);
    }

    ChannelTable without(ChannelId id) {
        return new ChannelTable(
                channels.stream().filter(it -> !it.id().equals(id)).toList(), epoch + 1);
    }
}
