package chat.parley.load.sfu.plain;

import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Sends every datagram on as it came. Whatever a forwarding unit does comes on top of this.
public final class Bare implements PlainProcess.Way {
    /// Of the thread that sends.
    public static final String THREAD = "bare";

    private static final long WAIT_NANOS = 100_000_000L;

    private final UdpSocket socket;
    private final List<Address> destinations = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    public Bare(UdpSocket socket) {
        this.socket = socket;
        thread = Thread.ofPlatform().name(THREAD).daemon(true).start(this::run);
    }

    private void run() {
        try {
            while (!closed) {
                socket.receive(WAIT_NANOS, this::passOn);
                socket.flush();
            }
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void passOn(byte[] bytes, int length, Address source) {
        for (var destination : destinations) {
            socket.send(bytes, length, destination);
        }
    }

    /// Nobody else knows the port.
    @Override
    public void hear(Address source) {}

    @Override
    public String tell(Address destination) {
        destinations.add(destination);
        return "";
    }

    @Override
    public void close() {
        closed = true;
        socket.wake();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
