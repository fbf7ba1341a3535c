package chat.parley.media.net.tcp;

import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The passive side of ICE-TCP (RFC 6544). A connection is whatever its first frames prove, as a UDP address is.
public final class StreamServer implements AutoCloseable {
    private static final Duration CLOSE_MAX = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(StreamServer.class);
    private static final int CONNECTIONS_MAX = 4_096;
    /// Of one address; offices and dormitories share one.
    private static final int OF_ADDRESS_MAX = 128;
    private static final int WAITING_MAX = 256;
    private static final long LOOK_MS = 2_000;

    private final ServerSocket socket;
    private final Map<Address, Connection> connections = new ConcurrentHashMap<>();
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean closed;
    private volatile @Nullable Thread acceptor;

    /// Takes what clients send; from many threads, and must not wait.
    @FunctionalInterface
    public interface Sink {
        void datagram(byte[] bytes, Address source);
    }

    /// @throws IOException when the port cannot be bound
    public StreamServer(InetAddress host, int port) throws IOException {
        socket = new ServerSocket(port, WAITING_MAX, host);
    }

    public void start(Sink sink) {
        acceptor = Thread.ofVirtual().name("media-tcp").start(() -> accept(sink));
        Thread.ofVirtual().name("media-tcp-watch").start(this::watch);
    }

    /// Takes a copy. Never waits: what a slow connection cannot bear is dropped, video first.
    public void send(byte[] bytes, int length, Address destination) {
        var connection = connections.get(destination);
        if (connection == null) {
            dropped.incrementAndGet();
        } else {
            connection.send(bytes, length);
        }
    }

    public int count() {
        return connections.size();
    }

    /// Datagrams that no connection took.
    public long dropped() {
        return dropped.get()
                + connections.values().stream().mapToLong(Connection::dropped).sum();
    }

    private void accept(Sink sink) {
        while (!closed) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().name("media-tcp-in").start(() -> serve(client, sink));
            } catch (IOException refused) {
                pause();
            }
        }
    }

    /// Too many open files: better to look again soon than to turn without end.
    private void pause() {
        try {
            Thread.sleep(closed ? 0 : 50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client, Sink sink) {
        try (client;
                var connection = new Connection(client)) {
            if (full(client.getInetAddress())) {
                return;
            }
            connections.put(connection.address(), connection);
            try {
                Thread.ofVirtual().name("media-tcp-out").start(connection::write);
                connection.read(sink);
            } finally {
                connections.remove(connection.address(), connection);
                dropped.addAndGet(connection.dropped());
            }
        } catch (IOException gone) {
            LOG.debug("a connection for calls ended: {}", gone.getMessage());
        }
    }

    private boolean full(InetAddress host) {
        var same = Address.of(host, 0);
        long ofAddress = connections.keySet().stream()
                .filter(it -> it.high() == same.high() && it.low() == same.low())
                .count();
        return closed || connections.size() >= CONNECTIONS_MAX || ofAddress >= OF_ADDRESS_MAX;
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(LOOK_MS);
                long now = System.nanoTime();
                connections.values().stream().filter(it -> it.hopeless(now)).forEach(Connection::close);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Afterwards the port is free: a virtual thread that accepts keeps it until it has noticed.
    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
        connections.values().forEach(Connection::close);
        var accepting = acceptor;
        if (accepting != null) {
            try {
                accepting.join(CLOSE_MAX);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
