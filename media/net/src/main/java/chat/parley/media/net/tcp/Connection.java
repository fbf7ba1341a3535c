package chat.parley.media.net.tcp;

import chat.parley.media.demux.Kind;
import chat.parley.media.wire.Address;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// One client's connection: a virtual thread reads, another writes.
final class Connection implements AutoCloseable {
    /// Longer ones are nobody's: what is sent over UDP has to fit into 1,500.
    private static final int FRAME_MAX = 2048;
    private static final int WRITTEN_MAX = 16 << 10;
    /// Browsers prove every few seconds that they are there.
    private static final int SILENCE_MS = 45_000;
    /// Within that time the first check must have deserved an answer.
    private static final long PROOF_NANOS = 10_000_000_000L;
    private static final long STUCK_NANOS = 15_000_000_000L;

    private final Socket socket;
    private final Address address;
    private final Backlog backlog = new Backlog();
    private final long openedAt = System.nanoTime();
    private volatile boolean proved;
    private volatile long writingSince;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        var remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        address = Address.of(remote.getAddress(), remote.getPort()).overStream();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SILENCE_MS);
    }

    Address address() {
        return address;
    }

    /// What is sent to a connection is an answer to a proof, or follows one.
    void send(byte[] datagram, int length) {
        proved = true;
        backlog.add(datagram, length);
    }

    long dropped() {
        return backlog.dropped();
    }

    /// Reads until the client goes or misbehaves.
    void read(StreamServer.Sink sink) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), WRITTEN_MAX));
        for (boolean first = true; ; first = false) {
            int length = in.readUnsignedShort();
            if (length > FRAME_MAX) {
                throw new IOException("a frame of " + length);
            }
            byte[] datagram = new byte[length];
            in.readFully(datagram);
            if (first && Kind.of(datagram, 0, length) != Kind.STUN) {
                throw new IOException("not ICE");
            }
            if (length > 0) {
                sink.datagram(datagram, address);
            }
        }
    }

    void write() {
        byte[] bytes = new byte[WRITTEN_MAX];
        try {
            var out = socket.getOutputStream();
            for (int count = backlog.take(bytes); count >= 0; count = backlog.take(bytes)) {
                writingSince = System.nanoTime();
                out.write(bytes, 0, count);
                writingSince = 0;
            }
        } catch (IOException gone) {
            close();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// True when it proves nothing, or takes nothing any more.
    boolean hopeless(long nowNanos) {
        long since = writingSince;
        return (!proved && nowNanos - openedAt > PROOF_NANOS) || (since != 0 && nowNanos - since > STUCK_NANOS);
    }

    @Override
    public void close() {
        backlog.close();
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }
}
