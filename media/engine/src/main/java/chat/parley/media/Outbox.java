package chat.parley.media;

import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Datagrams between the engine and whoever polls it. The slots are reused; a caller who does not poll loses packets,
/// not memory.
final class Outbox {
    private static final int SLOTS_MAX = 16_384;

    private final List<Output.Transmit> slots = new ArrayList<>();
    private int filled;
    private int polled;
    private long dropped;

    /// A slot to be filled by the caller, or null when there are too many. [#take] makes it count.
    Output.@Nullable Transmit slot(Address destination) {
        if (filled == slots.size()) {
            if (filled == SLOTS_MAX) {
                dropped++;
                return null;
            }
            slots.add(new Output.Transmit(destination));
        }
        var slot = slots.get(filled);
        slot.destination = destination;
        return slot;
    }

    void take(int length) {
        slots.get(filled++).length = length;
    }

    void send(byte[] message, Address destination) {
        var slot = message.length <= Output.Transmit.BYTES ? slot(destination) : null;
        if (slot != null) {
            System.arraycopy(message, 0, slot.bytes, 0, message.length);
            take(message.length);
        }
    }

    Output.@Nullable Transmit poll() {
        if (polled == filled) {
            polled = 0;
            filled = 0;
            return null;
        }
        return slots.get(polled++);
    }

    long dropped() {
        return dropped;
    }
}
