package chat.parley.message;

import chat.parley.base.id.ChannelId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shelves of the channels that were read last, bounded in number. The lock of `this` guards the order of use.
final class Shelves {
    private final Map<ChannelId, Shelf> shelves;

    Shelves(int max) {
        this.shelves = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ChannelId, Shelf> eldest) {
                return size() > max;
            }
        };
    }

    /// The shelf to change; a channel that nobody reads has none.
    synchronized @Nullable Shelf find(ChannelId channel) {
        return shelves.get(channel);
    }

    /// The shelf to read from.
    synchronized Shelf of(ChannelId channel) {
        return shelves.computeIfAbsent(channel, any -> new Shelf());
    }

    synchronized void drop(ChannelId channel) {
        shelves.remove(channel);
    }
}
