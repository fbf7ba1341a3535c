package chat.parley.media.net.loop;

import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.wire.Address;
import org.jspecify.annotations.Nullable;

/// Datagrams on their way from one loop to another: one thread offers, one takes, nobody waits. The slots are
/// made when they are first needed and then used again, so that nothing is allocated for a datagram.
final class Ring {
    private static final int SLOTS = 256;
    /// Sizes of a stream are alike; some air keeps a slot from growing often.
    private static final int AIR = 128;

    private final byte[] @Nullable [] bytes = new byte[SLOTS] @Nullable [];
    private final int[] lengths = new int[SLOTS];
    private final @Nullable Address[] sources = new @Nullable Address[SLOTS];
    private volatile long offered;
    private volatile long taken;

    /// Takes a copy.
    ///
    /// @return false when there is no room
    boolean offer(byte[] datagram, int length, Address source) {
        long at = offered;
        if (at - taken == SLOTS) {
            return false;
        }
        int slot = (int) at & SLOTS - 1;
        byte[] kept = bytes[slot];
        if (kept == null || kept.length < length) {
            kept = new byte[Math.min(UdpSocket.DATAGRAM_BYTES, length + AIR)];
            bytes[slot] = kept;
        }
        System.arraycopy(datagram, 0, kept, 0, length);
        lengths[slot] = length;
        sources[slot] = source;
        // Whoever sees the count sees the slot.
        offered = at + 1;
        return true;
    }

    boolean isEmpty() {
        return taken == offered;
    }

    /// Gives the sink one datagram, whose bytes are its own until it returns.
    ///
    /// @return false when there is none
    boolean take(UdpSocket.Sink sink) {
        long at = taken;
        if (at == offered) {
            return false;
        }
        int slot = (int) at & SLOTS - 1;
        byte[] kept = bytes[slot];
        var source = sources[slot];
        if (kept != null && source != null) {
            sink.datagram(kept, lengths[slot], source);
        }
        taken = at + 1;
        return true;
    }
}
