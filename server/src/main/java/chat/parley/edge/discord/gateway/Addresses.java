package chat.parley.edge.discord.gateway;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How many sockets each address has open.
final class Addresses {
    private final ConcurrentHashMap<String, Open> open = new ConcurrentHashMap<>();
    private final int max;

    private record Open(String ip, int count) {}

    Addresses(int max) {
        this.max = max;
    }

    /// Takes a place, which [#leave] gives back.
    ///
    /// @return the address, one text for all of its sockets; nothing when it has all of its places
    @Nullable
    String enter(String ip) {
        var entered = new boolean[1];
        var now = open.compute(ip, (_, known) -> {
            int before = known == null ? 0 : known.count;
            entered[0] = before < max;
            if (!entered[0]) {
                return known;
            }
            return new Open(known == null ? ip : known.ip, before + 1);
        });
        return entered[0] && now != null ? now.ip : null;
    }

    void leave(String ip) {
        open.computeIfPresent(ip, (_, known) -> known.count == 1 ? null : new Open(known.ip, known.count - 1));
    }
}
