package chat.parley.media.net.udp;

import chat.parley.media.wire.Address;
import org.jspecify.annotations.Nullable;

/// The addresses that came lately, so that a known one makes no garbage. Who collides with another is made anew.
final class Addresses {
    private static final int SLOTS = 8192;

    private final @Nullable Address[] known = new @Nullable Address[SLOTS];

    Address of(long high, long low, int port) {
        long mixed = (high * 31 + low) * 31 + port;
        int slot = (int) ((mixed * 0x9e37_79b9_7f4a_7c15L) >>> 51);
        var found = known[slot];
        if (found != null && found.low() == low && found.port() == port && found.high() == high) {
            return found;
        }
        var made = new Address(high, low, port, false);
        known[slot] = made;
        return made;
    }
}
