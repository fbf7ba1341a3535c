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

/// Native memory for datagrams, `count` addresses, and as many `struct mmsghdr` that point to them.
/// The layout is that of 64-bit Linux.
final class Messages {
    static final int HEADER = 64;
    static final int NAME = 32;
    static final int NAME_BYTES = 28;
    private static final int VECTOR = 16;
    private static final int CONTROL = 24;

    private static final ValueLayout.OfShort PORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong HALF = JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    final MemorySegment headers;
    private final MemorySegment bytes;
    private final MemorySegment names;
    private final MemorySegment vectors;
    private final MemorySegment controls;

    /// @param size of all datagrams together
    Messages(Arena arena, int count, int size) {
        headers = arena.allocate((long) HEADER * count, 64);
        bytes = arena.allocate(size, 64);
        names = arena.allocate((long) NAME * count, 64);
        vectors = arena.allocate((long) VECTOR * count, 64);
        controls = arena.allocate((long) CONTROL * count, 64);
        for (int i = 0; i < count; i++) {
            header(i, i, i, 1, 0);
        }
    }

    /// Vector number `at` points to a piece of the memory.
    void vector(int at, int from, int length) {
        vectors.set(JAVA_LONG, (long) VECTOR * at, bytes.address() + from);
        vectors.set(JAVA_LONG, (long) VECTOR * at + 8, length);
    }

    /// Message number `at`: some vectors, one after the other, under one of the addresses.
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

    void read(int from, byte[] datagram, int length) {
        MemorySegment.copy(bytes, JAVA_BYTE, from, datagram, 0, length);
    }

    void write(int to, byte[] datagram, int length) {
        MemorySegment.copy(datagram, 0, bytes, JAVA_BYTE, to, length);
    }

    Address address(int at, Addresses known) {
        long base = (long) NAME * at;
        return known.of(names.get(HALF, base + 8), names.get(HALF, base + 16), names.get(PORT, base + 2) & 0xffff);
    }

    void address(int at, Address address) {
        name(names, (long) NAME * at, address);
    }

    boolean isTo(int at, Address address) {
        long base = (long) NAME * at;
        return names.get(HALF, base + 16) == address.low()
                && (names.get(PORT, base + 2) & 0xffff) == address.port()
                && names.get(HALF, base + 8) == address.high();
    }

    /// Writes a `struct sockaddr_in6`.
    static void name(MemorySegment names, long at, Address address) {
        names.set(JAVA_SHORT, at, (short) Linux.AF_INET6);
        names.set(PORT, at + 2, (short) address.port());
        names.set(JAVA_INT, at + 4, 0);
        names.set(HALF, at + 8, address.high());
        names.set(HALF, at + 16, address.low());
        names.set(JAVA_INT, at + 24, 0);
    }

    static int port(MemorySegment name) {
        return name.get(PORT, 2) & 0xffff;
    }
}
