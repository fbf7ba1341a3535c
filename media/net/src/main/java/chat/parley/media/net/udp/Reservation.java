package chat.parley.media.net.udp;

import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A port that nobody else can take, before the sockets that will use it are worth their cost.
public final class Reservation implements AutoCloseable {
    private final InetAddress host;
    private final DatagramChannel channel;
    private final ReentrantLock reading = new ReentrantLock();

    /// @param port zero for any free one
    /// @throws IOException when another program has it
    public Reservation(InetAddress host, int port) throws IOException {
        this.host = host;
        channel = DatagramChannel.open();
        try {
            channel.bind(new InetSocketAddress(host, port));
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /// @param bytes as it came
    public record Datagram(byte[] bytes, Address source) {}

    public int port() {
        return channel.socket().getLocalPort();
    }

    /// Waits for a datagram.
    ///
    /// @return null when the reservation has ended
    public @Nullable Datagram next() throws IOException {
        var buffer = ByteBuffer.allocate(UdpSocket.DATAGRAM_BYTES);
        reading.lock();
        try {
            if (!(channel.receive(buffer) instanceof InetSocketAddress source)) {
                return null;
            }
            byte[] bytes = new byte[buffer.flip().remaining()];
            buffer.get(bytes);
            return new Datagram(bytes, Address.of(source.getAddress(), source.getPort()));
        } catch (ClosedChannelException ended) {
            return null;
        } finally {
            reading.unlock();
        }
    }

    /// Ends the reservation and opens its port.
    ///
    /// @throws IOException when it cannot be bound after all
    public List<UdpSocket> open(int count) throws IOException {
        int port = port();
        // What only a program's first socket costs, its native calls above all, is spent while the port is still
        // held: otherwise whoever asks within 0.1 to 0.3 s is told by the kernel that nobody listens.
        for (var first : UdpSockets.open(host, 0, 1)) {
            first.close();
        }
        channel.close();
        // The port is free when whoever reads has noticed.
        reading.lock();
        try {
            return UdpSockets.open(host, port, count);
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
