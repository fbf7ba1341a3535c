package chat.parley.media.net.udp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import chat.parley.media.wire.Address;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// `count` slots of native memory for datagrams, with addresses, and as many `struct mmsghdr` that point to them.
/// The layout is that of 64-bit Linux.
final class Messages {
    static final int HEADER = 64;
    static final int SLOT = UdpSocket.DATAGRAM_BYTES;
    static final int NAME = 32;
    static final int NAME_BYTES = 28;
    private static final int VECTOR = 16;
    private static final int CONTROL = 24;

    private static final ValueLayout.OfShort PORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong HALF = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    final MemorySegment headers;
    final MemorySegment slots;
    private final MemorySegment names;
    private final MemorySegment vectors;
    private final MemorySegment controls;

    Messages(Arena arena, int count) {
        headers = arena.allocate((long) HEADER * count, 64);
        slots = arena.allocate((long) SLOT * count, 64);
        names = arena.allocate((long) NAME * count, 64);
        vectors = arena.allocate((long) VECTOR * count, 64);
        controls = arena.allocate((long) CONTROL * count, 64);
        for (int i = 0; i < count; i++) {
            vector(i, i, SLOT);
            header(i, i, i, 1, 0);
        }
    }

    /// Vector number `at` points to a slot.
    void vector(int at, int slot, int length) {
        vectors.set(JAVA_LONG, (long) VECTOR * at, slots.address() + (long) SLOT * slot);
        vectors.set(JAVA_LONG, (long) VECTOR * at + 8, length);
    }

    /// Message number `at`: some vectors, one after the other, under the address of a slot.
    ///
    /// @param segment the size into which the kernel cuts it, or zero
    void header(int at, int name, int vector, int vectorCount, int segment) {
        long base = (long) HEADER * at;
        headers.set(JAVA_LONG, base, names.address() + (long) NAME * name);
        headers.set(JAVA_INT, base + 8, NAME_BYTES);
        headers.set(JAVA_LONG, base + 16, vectors.address() + (long) VECTOR * vector);
        headers.set(JAVA_LONG, base + 24, vectorCount);
        headers.set(JAVA_LONG, base + 32, segment == 0 ? 0 : controls.address() + (long) CONTROL * at);
        headers.set(JAVA_LONG, base + 40, segment == 0 ? 0 : CONTROL);
        if (segment != 0) {
            long control = (long) CONTROL * at;
            controls.set(JAVA_LONG, control, 18);
            controls.set(JAVA_INT, control + 8, Linux.SOL_UDP);
            controls.set(JAVA_INT, control + 12, Linux.UDP_SEGMENT);
            controls.set(JAVA_SHORT, control + 16, (short) segment);
        }
    }

    int length(int at) {
        return headers.get(JAVA_INT, (long) HEADER * at + 56);
    }

    void read(int slot, byte[] bytes, int length) {
        MemorySegment.copy(slots, JAVA_BYTE, (long) SLOT * slot, bytes, 0, length);
    }

    void write(int slot, byte[] bytes, int length) {
        MemorySegment.copy(bytes, 0, slots, JAVA_BYTE, (long) SLOT * slot, length);
    }

    Address address(int slot, Addresses known) {
        long base = (long) NAME * slot;
        return known.of(names.get(HALF, base + 8), names.get(HALF, base + 16), names.get(PORT, base + 2) & 0xffff);
    }

    void address(int slot, Address address) {
        name(names.asSlice((long) NAME * slot, NAME), address);
    }

    /// Writes a `struct sockaddr_in6`.
    static void name(MemorySegment name, Address address) {
        name.set(JAVA_SHORT, 0, (short) Linux.AF_INET6);
        name.set(PORT, 2, (short) address.port());
        name.set(JAVA_INT, 4, 0);
        name.set(HALF, 8, address.high());
        name.set(HALF, 16, address.low());
        name.set(JAVA_INT, 24, 0);
    }

    static int port(MemorySegment name) {
        return name.get(PORT, 2) & 0xffff;
    }
}
