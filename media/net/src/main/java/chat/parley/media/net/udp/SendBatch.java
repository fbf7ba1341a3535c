package chat.parley.media.net.udp;

import chat.parley.media.wire.Address;
import java.lang.foreign.Arena;
import java.util.Arrays;

/// Datagrams on their way out, grouped by destination: order is kept for each destination, not between them.
final class SendBatch {
    /// The four packets of a burst for each of a hundred subscribers fit, so that each gets one message of
    /// four.
    private static final int SLOTS = 512;
    private static final int TABLE = 2 * SLOTS;
    private static final int HASH_SHIFT = 32 - Integer.numberOfTrailingZeros(TABLE);
    /// Of the datagrams, which lie close together: two thousand bytes for each would be a page of memory to be
    /// found for each other one.
    private static final int BYTES = 640 << 10;

    private static final int ALIGNMENT = 64;
    private static final int NONE = -1;
    /// The kernel's bound is 64; all segments together must fit into one UDP datagram.
    private static final int SEGMENTS_MAX = 32;

    private final Messages messages;
    private final int socket;
    private final int[] lengths = new int[SLOTS];
    private final int[] places = new int[SLOTS];
    /// The next slot of the same destination.
    private final int[] next = new int[SLOTS];
    private final int[] last = new int[SLOTS];
    /// First slots of destinations, by hash.
    private final int[] table = new int[TABLE];
    private final int[] firsts = new int[SLOTS];
    /// How many datagrams each message has.
    private final int[] sizes = new int[SLOTS];
    private int destinationCount;
    /// How many of them have got theirs.
    private int served;
    private int count;
    private int filled;
    private boolean segmenting = true;
    private long unsent;

    SendBatch(Arena arena, int socket) {
        messages = new Messages(arena, SLOTS, BYTES);
        this.socket = socket;
        Arrays.fill(table, NONE);
    }

    void add(byte[] bytes, int length, Address destination) {
        if (count == SLOTS || filled + length > BYTES) {
            flush();
        }
        int slot = count++;
        messages.write(filled, bytes, length);
        messages.address(slot, destination);
        lengths[slot] = length;
        places[slot] = filled;
        filled = (filled + length + ALIGNMENT - 1) & -ALIGNMENT;
        next[slot] = NONE;
        int at = find(destination);
        if (table[at] == NONE || last[table[at]] == NONE) {
            table[at] = slot;
            firsts[destinationCount++] = slot;
        } else {
            next[last[table[at]]] = slot;
        }
        last[table[at]] = slot;
    }

    private int find(Address destination) {
        int mixed = 31 * Long.hashCode(destination.low() ^ destination.high()) + destination.port();
        int at = (mixed * 0x9e37_79b9) >>> HASH_SHIFT;
        while (table[at] != NONE && !messages.isTo(table[at], destination)) {
            at = at + 1 & TABLE - 1;
        }
        return at;
    }

    void flush() {
        if (count > 0) {
            flush(SLOTS);
            clear();
        }
    }

    /// @return how many datagrams left
    int flush(int destinations) {
        int made = 0;
        int vector = 0;
        for (int end = Math.min(destinationCount, served + destinations); served < end; served++) {
            for (int slot = firsts[served]; slot != NONE; ) {
                int first = slot;
                int begin = vector;
                messages.vector(vector++, places[slot], lengths[slot]);
                for (slot = next[slot]; joins(first, slot, vector - begin); slot = next[slot]) {
                    messages.vector(vector++, places[slot], lengths[slot]);
                    if (lengths[slot] < lengths[first]) {
                        slot = next[slot];
                        break;
                    }
                }
                int size = vector - begin;
                sizes[made] = size;
                messages.header(made++, first, begin, size, size == 1 ? 0 : lengths[first]);
            }
            // What comes for it later begins anew.
            last[firsts[served]] = NONE;
        }
        send(made);
        return vector;
    }

    /// The kernel cuts a message into equal pieces, of which only the last may be shorter.
    private boolean joins(int first, int slot, int size) {
        return segmenting && slot != NONE && size < SEGMENTS_MAX && lengths[slot] <= lengths[first];
    }

    private void send(int made) {
        for (int at = 0; at < made; ) {
            int sent;
            // A slice is an object: the common case, where everything is taken at once, makes none.
            var rest = at == 0 ? messages.headers : messages.headers.asSlice((long) Messages.HEADER * at);
            try {
                sent = (int) Linux.SEND.invokeExact(socket, rest, made - at, Linux.MSG_DONTWAIT);
            } catch (Throwable broken) {
                throw new IllegalStateException(broken);
            }
            if (sent > 0) {
                at += sent;
                continue;
            }
            // The first one was refused: its destination is unreachable, or buffers are full. A refused long message
            // may mean that the kernel or the device cannot cut; then nothing is joined any more.
            segmenting &= sizes[at] == 1;
            unsent += sizes[at++];
        }
    }

    private void clear() {
        Arrays.fill(table, NONE);
        destinationCount = 0;
        served = 0;
        count = 0;
        filled = 0;
    }

    long unsent() {
        return unsent;
    }
}
