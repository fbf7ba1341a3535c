package chat.parley.media.net.testing;

import static java.util.Objects.requireNonNull;

import chat.parley.media.demux.Kind;
import chat.parley.media.wire.Bytes;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/// A client's socket, with what comes sorted by its kind.
public final class Wire implements AutoCloseable {
    private final DatagramSocket socket;
    private final @Nullable Socket stream;
    private final InetSocketAddress server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<Kind, Integer> seen = new ConcurrentHashMap<>();
    private final Map<Kind, BlockingQueue<byte[]>> received = new EnumMap<>(Kind.class);

    public Wire(int serverPort) {
        this(serverPort, false);
    }

    /// Frames in a TCP connection (RFC 4571).
    public static Wire tcp(int serverPort) {
        return new Wire(serverPort, true);
    }

    private Wire(int serverPort, boolean tcp) {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            stream = tcp ? new Socket(InetAddress.getLoopbackAddress(), serverPort) : null;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        for (var kind : Kind.values()) {
            received.put(kind, new LinkedBlockingQueue<>());
        }
        Thread.ofVirtual().start(tcp ? this::listenToStream : this::listen);
    }

    public void send(byte[] datagram) {
        send(datagram, 0, datagram.length);
    }

    private void send(byte[] bytes, int at, int length) {
        try {
            if (stream == null) {
                socket.send(new DatagramPacket(bytes, at, length, server));
                return;
            }
            byte[] frame = new byte[length + 2];
            Bytes.put16(frame, 0, length);
            System.arraycopy(bytes, at, frame, 2, length);
            stream.getOutputStream().write(frame);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// The next of a kind, or an empty one when none came in that time.
    public byte[] next(Kind kind, int waitMillis) {
        try {
            byte[] datagram = queue(kind).poll(waitMillis, TimeUnit.MILLISECONDS);
            return datagram == null ? new byte[0] : datagram;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /// How many of a kind ever came.
    public int seen(Kind kind) {
        return seen.getOrDefault(kind, 0);
    }

    private BlockingQueue<byte[]> queue(Kind kind) {
        var queue = received.get(kind);
        if (queue == null) {
            throw new IllegalStateException("no queue for " + kind);
        }
        return queue;
    }

    private void listen() {
        byte[] bytes = new byte[2048];
        var packet = new DatagramPacket(bytes, bytes.length);
        while (!socket.isClosed()) {
            try {
                packet.setLength(bytes.length);
                socket.receive(packet);
                came(Arrays.copyOf(bytes, packet.getLength()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void came(byte[] datagram) {
        var kind = Kind.of(datagram, 0, datagram.length);
        seen.merge(kind, 1, Integer::sum);
        queue(kind).add(datagram);
    }

    private void listenToStream() {
        try {
            var in = new DataInputStream(requireNonNull(stream).getInputStream());
            while (true) {
                byte[] datagram = new byte[in.readUnsignedShort()];
                in.readFully(datagram);
                came(datagram);
            }
        } catch (IOException closed) {
            ended.countDown();
        }
    }

    /// Bytes as they are into the TCP connection.
    public void raw(byte[] bytes) throws IOException {
        requireNonNull(stream).getOutputStream().write(bytes);
    }

    /// True when the server closes the TCP connection in that time.
    public boolean ends(int waitMillis) throws InterruptedException {
        return ended.await(waitMillis, TimeUnit.MILLISECONDS);
    }

    public InetSocketAddress local() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    @Override
    public void close() {
        socket.close();
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// The socket as the DTLS library wants it.
    public DatagramTransport dtls() {
        return new DatagramTransport() {
            @Override
            public int getReceiveLimit() {
                return 2048;
            }

            @Override
            public int getSendLimit() {
                return 1200;
            }

            @Override
            public int receive(byte[] bytes, int at, int length, int waitMillis) {
                byte[] message = next(Kind.DTLS, waitMillis);
                System.arraycopy(message, 0, bytes, at, Math.min(length, message.length));
                return message.length == 0 ? -1 : Math.min(length, message.length);
            }

            @Override
            public void send(byte[] bytes, int at, int length) {
                Wire.this.send(bytes, at, length);
            }

            @Override
            public void close() {
                // The test closes the socket.
            }
        };
    }
}
