package chat.parley.load.sfu.plain;

import chat.parley.load.sfu.Delays;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.SrtpIn;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Those to whom packets are sent: one thread that opens each and notes how late it was at its socket.
final class Sinks implements Closeable {
    private static final int WAIT_MS = 50;

    private final StampedSockets sockets;
    private final int lookMillis;
    private final @Nullable SrtpIn[] openers;
    private final Delays delays = new Delays();
    private final RtpPacket packet = new RtpPacket();
    private final Thread thread;
    private volatile boolean closed;
    private volatile long broken;

    /// @param lookMillis how often it looks whether something came; 0 when every packet is to wake it
    Sinks(Forwarder forwarder, int count, int lookMillis) throws IOException {
        this.lookMillis = lookMillis;
        sockets = new StampedSockets(count);
        openers = new @Nullable SrtpIn[count];
        for (int i = 0; i < count; i++) {
            var key = forwarder.tell(sockets.port(i));
            openers[i] = key == null ? null : new SrtpIn(Crypto.best(), key);
        }
        thread = Thread.ofPlatform().name("sinks").daemon(true).start(this::run);
    }

    private void run() {
        while (!closed) {
            int read = sockets.receive(lookMillis > 0 ? 0 : WAIT_MS, this::read);
            if (lookMillis > 0 && read == 0) {
                LockSupport.parkNanos(lookMillis * 1_000_000L);
            }
        }
        sockets.close();
    }

    private void read(int socket, byte[] bytes, int length, long arrived) {
        if (Kind.of(bytes, 0, length) != Kind.RTP) {
            return;
        }
        var opener = openers[socket];
        int clear = opener == null ? length : opener.openRtp(bytes, 0, length);
        if (clear > 0 && packet.read(bytes, 0, clear)) {
            delays.note(bytes, packet.payloadAt(), packet.payloadLength(), arrived);
        } else {
            long seen = broken + 1;
            broken = seen;
        }
    }

    Delays delays() {
        return delays;
    }

    /// Packets that could not be opened.
    long broken() {
        return broken;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
