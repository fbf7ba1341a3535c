package chat.parley.media.net.udp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import chat.parley.media.wire.Address;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;

/// A socket by `recvmmsg` and `sendmmsg`. Hot path: no garbage; a datagram is copied once between the heap and
/// native memory, 20 to 60 ns. Several datagrams of one size for one destination, as the packets of a video frame
/// are, go to the kernel as one message that it cuts itself (`UDP_SEGMENT`), which costs a quarter of sending
/// them apart.
public final class LinuxSocket implements UdpSocket {
    private static final int RECEIVED = 64;
    private static final int BUFFER_BYTES = 4 << 20;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Arena arena = Arena.ofShared();
    private final int socket;
    private final int event;
    private final int port;
    private final Messages in = new Messages(arena, RECEIVED, RECEIVED * DATAGRAM_BYTES);
    private final Addresses addresses = new Addresses();
    private final byte[] bytes = new byte[DATAGRAM_BYTES];
    private final SendBatch out;
    /// Two `struct pollfd`, a `struct timespec`, and eight bytes for the event.
    private final MemorySegment polled = arena.allocate(16, 8);

    private final MemorySegment timeout = arena.allocate(16, 8);
    private final MemorySegment word = arena.allocate(8, 8);
    private boolean closed;
    private final MemorySegment one = arena.allocate(8, 8);

    public LinuxSocket(InetAddress host, int port) throws IOException {
        this(host, port, false);
    }

    /// @param shared when other sockets may have the same port
    LinuxSocket(InetAddress host, int port, boolean shared) throws IOException {
        try {
            socket = (int) Linux.SOCKET.invokeExact(Linux.AF_INET6, Linux.SOCK_DGRAM | Linux.SOCK_NONBLOCK, 0);
            event = (int) Linux.EVENT.invokeExact(0, Linux.EFD_NONBLOCK);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
        out = new SendBatch(arena, socket);
        polled.set(JAVA_INT, 0, socket);
        polled.set(JAVA_SHORT, 4, Linux.POLLIN);
        polled.set(JAVA_INT, 8, event);
        polled.set(JAVA_SHORT, 12, Linux.POLLIN);
        for (int i = 0; i < RECEIVED; i++) {
            in.vector(i, i * DATAGRAM_BYTES, DATAGRAM_BYTES);
        }
        one.set(JAVA_LONG, 0, 1);
        boolean bound = socket >= 0 && event >= 0 && bind(host, port, shared);
        this.port = bound ? boundPort() : 0;
        if (!bound) {
            close();
            throw new IOException("cannot bind UDP port " + port + " of " + host.getHostAddress());
        }
    }

    private boolean bind(InetAddress host, int port, boolean shared) {
        option(Linux.SOL_SOCKET, Linux.SO_REUSEPORT, shared ? 1 : 0);
        option(Linux.IPPROTO_IPV6, Linux.IPV6_V6ONLY, 0);
        option(Linux.SOL_SOCKET, Linux.SO_RCVBUF, BUFFER_BYTES);
        option(Linux.SOL_SOCKET, Linux.SO_SNDBUF, BUFFER_BYTES);
        var name = arena.allocate(Messages.NAME, 8);
        Messages.name(name, 0, host.isAnyLocalAddress() ? Address.v6(0, 0, port) : Address.of(host, port));
        try {
            return (int) Linux.BIND.invokeExact(socket, name, Messages.NAME_BYTES) == 0;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void option(int level, int name, int value) {
        word.set(JAVA_INT, 0, value);
        try {
            // Smaller buffers than asked for are no error.
            int _ = (int) Linux.OPTION.invokeExact(socket, level, name, word, 4);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    private int boundPort() {
        var name = arena.allocate(Messages.NAME, 8);
        word.set(JAVA_INT, 0, Messages.NAME_BYTES);
        try {
            int _ = (int) Linux.NAME.invokeExact(socket, name, word);
            return Messages.port(name);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public boolean batches() {
        return true;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void receive(long waitNanos, Sink sink) {
        if (waitNanos > 0) {
            await(waitNanos);
        }
        receive(sink);
    }

    private void receive(Sink sink) {
        int count;
        try {
            count = (int)
                    Linux.RECEIVE.invokeExact(socket, in.headers, RECEIVED, Linux.MSG_DONTWAIT, MemorySegment.NULL);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
        for (int i = 0; i < count; i++) {
            int length = Math.min(in.length(i), bytes.length);
            in.read(i * DATAGRAM_BYTES, bytes, length);
            sink.datagram(bytes, length, in.address(i, addresses));
        }
    }

    private void await(long nanos) {
        timeout.set(JAVA_LONG, 0, nanos / SECOND_NANOS);
        timeout.set(JAVA_LONG, 8, nanos % SECOND_NANOS);
        try {
            int ready = (int) Linux.POLL.invokeExact(polled, 2L, timeout, MemorySegment.NULL);
            if (ready > 0 && polled.get(JAVA_SHORT, 14) != 0) {
                long _ = (long) Linux.READ.invokeExact(event, word, 8L);
            }
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void send(byte[] bytes, int length, Address destination) {
        out.add(bytes, length, destination);
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public int flush(int destinations) {
        return out.flush(destinations);
    }

    @Override
    public boolean steer(byte[] program) {
        try (var scratch = Arena.ofConfined()) {
            var code = scratch.allocateFrom(JAVA_BYTE, program);
            // struct sock_fprog
            var described = scratch.allocate(16, 8);
            described.set(JAVA_SHORT, 0, (short) (program.length / PortProgram.INSTRUCTION_BYTES));
            described.set(ADDRESS, 8, code);
            return (int) Linux.OPTION.invokeExact(
                            socket, Linux.SOL_SOCKET, Linux.SO_ATTACH_REUSEPORT_CBPF, described, 16)
                    == 0;
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// The lock keeps a waker from writing into a file that is no longer ours.
    @Override
    public void wake() {
        synchronized (one) {
            if (!closed) {
                write();
            }
        }
    }

    private void write() {
        try {
            long _ = (long) Linux.WRITE.invokeExact(event, one, 8L);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public long unsent() {
        return out.unsent();
    }

    @Override
    public void close() {
        synchronized (one) {
            closed = true;
        }
        try {
            int _ = socket < 0 ? 0 : (int) Linux.CLOSE.invokeExact(socket);
            int _ = event < 0 ? 0 : (int) Linux.CLOSE.invokeExact(event);
        } catch (Throwable broken) {
            throw new IllegalStateException(broken);
        }
        arena.close();
    }
}
