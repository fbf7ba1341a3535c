package chat.parley.edge.discord.gateway;

import java.util.concurrent.ConcurrentHashMap;

/// How many sockets each address has open.
final class Addresses {
    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();
    private final int max;

    Addresses(int max) {
        this.max = max;
    }

    /// Takes a place, which [#leave] gives back; false when the address has all of its places.
    boolean enter(String ip) {
        var entered = new boolean[1];
        open.compute(ip, (_, count) -> {
            int before = count == null ? 0 : count;
            entered[0] = before < max;
            return entered[0] ? Integer.valueOf(before + 1) : count;
        });
        return entered[0];
    }

    void leave(String ip) {
        open.computeIfPresent(ip, (_, count) -> count == 1 ? null : count - 1);
    }
}
