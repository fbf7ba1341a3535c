package chat.parley.media.net.udp;

import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;

/// A socket by the JDK alone, one system call a datagram.
public final class NioSocket implements UdpSocket {
    private static final int BATCH = 64;
    private static final int BUFFER_BYTES = 4 << 20;
    private static final int ADDRESSES_MAX = 16_384;
    private static final long MS = 1_000_000L;

    private final DatagramChannel channel;
    private final Selector selector;
    private final byte[] bytes = new byte[DATAGRAM_BYTES];
    private final ByteBuffer in = ByteBuffer.allocateDirect(DATAGRAM_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(DATAGRAM_BYTES);
    private final Map<Address, InetSocketAddress> destinations = new HashMap<>();
    private long unsent;

    public NioSocket(InetAddress host, int port) throws IOException {
        this(host, port, false);
    }

    /// @param shared when other sockets may have the same port
    NioSocket(InetAddress host, int port, boolean shared) throws IOException {
        channel = DatagramChannel.open();
        try {
            if (shared) {
                channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
            channel.bind(new InetSocketAddress(host, port));
            selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    @Override
    public boolean batches() {
        return false;
    }

    @Override
    public int port() {
        return channel.socket().getLocalPort();
    }

    @Override
    public void receive(long waitNanos, Sink sink) throws IOException {
        if (waitNanos < MS) {
            selector.selectNow();
        } else {
            selector.select(waitNanos / MS);
        }
        selector.selectedKeys().clear();
        for (int i = 0; i < BATCH; i++) {
            in.clear();
            if (!(channel.receive(in) instanceof InetSocketAddress source)) {
                return;
            }
            int length = in.flip().remaining();
            in.get(bytes, 0, length);
            sink.datagram(bytes, length, Address.of(source.getAddress(), source.getPort()));
        }
    }

    @Override
    public void send(byte[] bytes, int length, Address destination) {
        out.clear().put(bytes, 0, length).flip();
        try {
            if (channel.send(out, address(destination)) == 0) {
                unsent++;
            }
        } catch (IOException refused) {
            // No route, or the peer's port is closed: as good as lost on the way.
            unsent++;
        }
    }

    private InetSocketAddress address(Address destination) {
        if (destinations.size() > ADDRESSES_MAX) {
            destinations.clear();
        }
        return destinations.computeIfAbsent(destination, it -> new InetSocketAddress(it.host(), it.port()));
    }

    @Override
    public void flush() {
        // Everything is sent at once.
    }

    @Override
    public void wake() {
        selector.wakeup();
    }

    @Override
    public long unsent() {
        return unsent;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
