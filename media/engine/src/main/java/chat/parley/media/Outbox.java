package chat.parley.media;

import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Datagrams between the engine and whoever polls it, or takes them at once. The slots are reused; a caller who does
/// not poll loses packets, not memory.
final class Outbox {
    private static final int SLOTS_MAX = 16_384;

    /// Where datagrams are written before they are sent.
    final byte[] page = new byte[Output.Transmit.BYTES];

    private final @Nullable Departures departures;
    private final List<Output.Transmit> slots = new ArrayList<>();
    private int filled;
    private int polled;

    /// @param departures null for a caller who polls
    Outbox(@Nullable Departures departures) {
        this.departures = departures;
    }

    void send(byte[] message, Address destination) {
        if (message.length <= Output.Transmit.BYTES) {
            send(message, message.length, destination);
        }
    }

    void send(byte[] message, int length, Address destination) {
        if (departures != null) {
            departures.send(message, length, destination);
        } else if (filled < SLOTS_MAX) {
            keep(message, length, destination);
        }
    }

    private void keep(byte[] message, int length, Address destination) {
        if (filled == slots.size()) {
            slots.add(new Output.Transmit(destination));
        }
        var slot = slots.get(filled++);
        System.arraycopy(message, 0, slot.bytes, 0, length);
        slot.length = length;
        slot.destination = destination;
    }

    Output.@Nullable Transmit poll() {
        if (polled == filled) {
            polled = 0;
            filled = 0;
            return null;
        }
        return slots.get(polled++);
    }
}
