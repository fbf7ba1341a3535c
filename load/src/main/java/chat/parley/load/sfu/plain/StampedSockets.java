package chat.parley.load.sfu.plain;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// UDP sockets on the loopback address, of whose datagrams the kernel tells when they came (`SO_TIMESTAMPNS`): on the
/// loopback that is while the sender's call is still under way. So it does not count how soon the reader reads.
/// Structures are laid out as 64-bit Linux has them.
final class StampedSockets implements Closeable {
    private static final int BATCH = 16;
    private static final int SLOT = 2048;
    private static final int HEADER = 64;
    private static final int VECTOR = 16;
    /// One `struct cmsghdr` with a `struct timespec` behind it.
    private static final int CONTROL = 32;

    private static final int POLL = 8;
    private static final int NAME = 16;
    private static final int BUFFER_BYTES = 4 << 20;
    private static final int LOOPBACK = 0x7f00_0001;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt HOST = JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);

    /// Told each datagram. The bytes may be changed, and are reused afterwards.
    @FunctionalInterface
    interface Reader {
        /// @param arrived in nanoseconds since 1970
        void datagram(int socket, byte[] bytes, int length, long arrived);
    }

    private final Arena arena = Arena.ofShared();
    private final int count;
    private final MemorySegment polled;
    private final MemorySegment word = arena.allocate(8, 8);
    private final MemorySegment headers = arena.allocate((long) HEADER * BATCH, 64);
    private final MemorySegment slots = arena.allocate((long) SLOT * BATCH, 64);
    private final MemorySegment vectors = arena.allocate((long) VECTOR * BATCH, 64);
    private final MemorySegment controls = arena.allocate((long) CONTROL * BATCH, 64);
    private final byte[] bytes = new byte[SLOT];
    private final int[] ports;

    StampedSockets(int count) throws IOException {
        this.count = count;
        polled = arena.allocate((long) POLL * count, 8);
        ports = new int[count];
        for (int i = 0; i < BATCH; i++) {
            vectors.set(JAVA_LONG, (long) VECTOR * i, slots.address() + (long) SLOT * i);
            vectors.set(JAVA_LONG, (long) VECTOR * i + 8, SLOT);
            headers.set(JAVA_LONG, (long) HEADER * i + 16, vectors.address() + (long) VECTOR * i);
            headers.set(JAVA_LONG, (long) HEADER * i + 24, 1);
            headers.set(JAVA_LONG, (long) HEADER * i + 32, controls.address() + (long) CONTROL * i);
        }
        for (int i = 0; i < count; i++) {
            int socket = open();
            polled.set(JAVA_INT, (long) POLL * i, socket);
            polled.set(JAVA_SHORT, (long) POLL * i + 4, Linux.POLLIN);
            ports[i] = bound(socket);
        }
    }

    private int open() throws IOException {
        var name = arena.allocate(NAME, 8);
        name.set(JAVA_SHORT, 0, (short) Linux.AF_INET);
        name.set(HOST, 4, LOOPBACK);
        try {
            int socket = (int) Linux.SOCKET.invokeExact(Linux.AF_INET, Linux.SOCK_DGRAM | Linux.SOCK_NONBLOCK, 0);
            if (socket < 0
                    || (int) Linux.BIND.invokeExact(socket, name, NAME) != 0
                    || option(socket, Linux.SO_TIMESTAMPNS, 1) != 0) {
                throw new IOException("no UDP socket with time stamps");
            }
            // Smaller buffers than asked for are no error.
            int _ = option(socket, Linux.SO_RCVBUF, BUFFER_BYTES);
            return socket;
        } catch (IOException refused) {
            throw refused;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private int option(int socket, int name, int value) throws Throwable {
        word.set(JAVA_INT, 0, value);
        return (int) Linux.OPTION.invokeExact(socket, Linux.SOL_SOCKET, name, word, 4);
    }

    private int bound(int socket) {
        var name = arena.allocate(NAME, 8);
        word.set(JAVA_INT, 0, NAME);
        try {
            int _ = (int) Linux.NAME.invokeExact(socket, name, word);
            return name.get(PORT, 2) & 0xffff;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    int port(int socket) {
        return ports[socket];
    }

    /// Waits until something comes or the time is over, and gives the reader what is there.
    ///
    /// @return how many sockets had something
    int receive(int waitMillis, Reader reader) {
        int ready;
        try {
            ready = (int) Linux.POLL.invokeExact(polled, (long) count, waitMillis);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
        for (int i = 0; i < count && ready > 0; i++) {
            if (polled.get(JAVA_SHORT, (long) POLL * i + 6) != 0) {
                read(i, reader);
            }
        }
        return ready;
    }

    private void read(int socket, Reader reader) {
        for (int i = 0; i < BATCH; i++) {
            headers.set(JAVA_LONG, (long) HEADER * i + 40, CONTROL);
        }
        int came;
        try {
            came = (int) Linux.RECEIVE.invokeExact(
                    polled.get(JAVA_INT, (long) POLL * socket), headers, BATCH, Linux.MSG_DONTWAIT, MemorySegment.NULL);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
        for (int i = 0; i < came; i++) {
            int length = headers.get(JAVA_INT, (long) HEADER * i + 56);
            MemorySegment.copy(slots, JAVA_BYTE, (long) SLOT * i, bytes, 0, length);
            long control = (long) CONTROL * i;
            long arrived = SECOND_NANOS * controls.get(JAVA_LONG, control + 16) + controls.get(JAVA_LONG, control + 24);
            reader.datagram(socket, bytes, length, arrived);
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < count; i++) {
            try {
                int _ = (int) Linux.CLOSE.invokeExact(polled.get(JAVA_INT, (long) POLL * i));
            } catch (Throwable broken) {
                throw new IllegalStateException(broken);
            }
        }
        arena.close();
    }
}
