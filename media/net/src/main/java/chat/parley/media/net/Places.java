package chat.parley.media.net;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which loop each room is in: the one with the fewest people when its first member came. All that happens in a
/// room happens in one loop, so nothing of it needs a lock or a copy.
final class Places {
    private static final class Place {
        final Shard shard;
        int members;

        Place(Shard shard) {
            this.shard = shard;
        }
    }

    private final Map<String, Place> rooms = new HashMap<>();
    private final Map<Shard, Integer> people = new HashMap<>();

    /// Somebody will enter the room; [#leave] once for each.
    synchronized Shard enter(String room, List<Shard> shards) {
        var place = rooms.computeIfAbsent(room, _ -> new Place(emptiest(shards)));
        place.members++;
        people.merge(place.shard, 1, Integer::sum);
        return place.shard;
    }

    synchronized void leave(String room) {
        var place = rooms.get(room);
        if (place == null) {
            throw new IllegalStateException("nobody is in the room");
        }
        people.merge(place.shard, -1, Integer::sum);
        if (--place.members == 0) {
            rooms.remove(room);
        }
    }

    private Shard emptiest(List<Shard> shards) {
        return shards.stream()
                .min(Comparator.comparingInt(it -> people.getOrDefault(it, 0)))
                .orElseThrow();
    }
}
