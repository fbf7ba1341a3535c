package chat.parley.media.net.dtls;

import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/// One participant's handshake. It begins with the first message, on a virtual thread of its own, and afterwards
/// stays to answer messages that come again because ours got lost, and to hear the browser say goodbye.
public final class Handshake {
    /// Messages that wait; a client whose messages were dropped sends them again.
    private static final int WAITING_MAX = 32;
    /// Tries before the participant is given up.
    private static final int ATTEMPTS_MAX = 3;
    /// Below every path's MTU.
    private static final int MESSAGE_BYTES = 1200;

    private static final int RECEIVED_BYTES = 2048;
    private static final int FAREWELL_CHECK_MS = 60_000;

    /// What becomes of it. Called on the handshake's thread.
    public interface Outcome {
        void agreed(MasterKey theirs, MasterKey ours, Profile profile);

        /// Another attempt may follow unless it was the last.
        void failed(String why, boolean last);

        /// The browser closed the connection.
        void closed();
    }

    private final Identity identity;
    private final Semaphore permits;
    private final Consumer<byte[]> sender;
    private final Outcome outcome;
    private final CompletableFuture<String> fingerprint = new CompletableFuture<>();
    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(WAITING_MAX);
    private volatile @Nullable Thread thread;
    private volatile boolean ended;
    private int attempts;

    /// @param permits bounds the handshakes that run at once in the whole server
    /// @param sender takes messages for the participant
    public Handshake(Identity identity, Semaphore permits, Consumer<byte[]> sender, Outcome outcome) {
        this.identity = identity;
        this.permits = permits;
        this.sender = sender;
        this.outcome = outcome;
    }

    /// The answer came: its certificate is the one to be shown. The first one counts.
    public void expect(String fingerprint) {
        this.fingerprint.complete(fingerprint);
    }

    /// A message came. Called by one thread at a time, and never waits.
    ///
    /// @return false when it was dropped
    public boolean deliver(byte[] message) {
        if (ended || !received.offer(message)) {
            return false;
        }
        if (thread == null) {
            if (attempts == ATTEMPTS_MAX || !permits.tryAcquire()) {
                received.clear();
                return false;
            }
            attempts++;
            thread = Thread.ofVirtual().name("dtls").start(this::run);
        }
        return true;
    }

    /// The participant left.
    public void end() {
        ended = true;
        fingerprint.cancel(false);
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    private void run() {
        DTLSTransport connection = null;
        try {
            connection = handshake();
        } catch (IOException | RuntimeException failure) {
            if (!ended) {
                outcome.failed(String.valueOf(failure.getMessage()), attempts == ATTEMPTS_MAX);
            }
        } finally {
            permits.release();
        }
        if (connection != null) {
            stay(connection);
        }
        received.clear();
        thread = null;
    }

    private DTLSTransport handshake() throws IOException {
        var server = new SrtpServer(identity, fingerprint);
        var connection = new DTLSServerProtocol().accept(server, new Transport());
        outcome.agreed(server.key(true), server.key(false), server.profile());
        return connection;
    }

    private void stay(DTLSTransport connection) {
        byte[] ignored = new byte[RECEIVED_BYTES];
        try {
            while (!ended) {
                connection.receive(ignored, 0, ignored.length, FAREWELL_CHECK_MS);
            }
        } catch (IOException | RuntimeException farewell) {
            if (!ended) {
                ended = true;
                outcome.closed();
            }
        }
    }

    /// The library's socket.
    private final class Transport implements DatagramTransport {
        private boolean over;

        @Override
        public int getReceiveLimit() {
            return RECEIVED_BYTES;
        }

        @Override
        public int getSendLimit() {
            return MESSAGE_BYTES;
        }

        @Override
        public int receive(byte[] bytes, int at, int length, int waitMillis) throws IOException {
            if (over) {
                throw new IOException("closed");
            }
            try {
                byte[] message = received.poll(waitMillis == 0 ? FAREWELL_CHECK_MS : waitMillis, TimeUnit.MILLISECONDS);
                if (message == null) {
                    return -1;
                }
                int count = Math.min(length, message.length);
                System.arraycopy(message, 0, bytes, at, count);
                return count;
            } catch (InterruptedException left) {
                Thread.currentThread().interrupt();
                throw new IOException("the participant left", left);
            }
        }

        @Override
        public void send(byte[] bytes, int at, int length) {
            byte[] message = new byte[length];
            System.arraycopy(bytes, at, message, 0, length);
            sender.accept(message);
        }

        @Override
        public void close() {
            // The socket is everybody's; but this is how the library says that the browser closed the connection.
            over = true;
        }
    }
}
