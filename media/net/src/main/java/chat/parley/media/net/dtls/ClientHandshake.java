package chat.parley.media.net.dtls;

import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.tls.DatagramTransport;

/// A browser's side of a handshake, for clients of ours.
public final class ClientHandshake {
    private static final int MESSAGE_BYTES = 1200;
    private static final int RECEIVED_BYTES = 2048;
    /// What Chromium offers, in its order.
    private static final int[] PROFILES = {0x0001, 0x0008, 0x0007};

    /// The path to the server.
    public interface Messages {
        /// The next message of the handshake, or an empty one when none came in that time.
        byte[] next(int waitMillis) throws IOException;

        void send(byte[] bytes, int at, int length) throws IOException;
    }

    /// What was agreed on.
    public record Keys(MasterKey ours, MasterKey theirs) {}

    private ClientHandshake() {}

    /// @param serverFingerprint what the offer says
    /// @param profiles what is offered, best first; what Chromium offers when there are none
    /// @throws IOException when the server shows another certificate or does not agree
    public static Keys shake(Identity identity, String serverFingerprint, Messages messages, Profile... profiles)
            throws IOException {
        int[] offered = profiles.length == 0
                ? PROFILES
                : Arrays.stream(profiles).mapToInt(it -> it.number).toArray();
        var client = new DtlsClient(identity, serverFingerprint, offered);
        client.connect(new Transport(messages));
        return new Keys(client.key(true), client.key(false));
    }

    private record Transport(Messages messages) implements DatagramTransport {
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
            byte[] message = messages.next(waitMillis);
            int count = Math.min(length, message.length);
            System.arraycopy(message, 0, bytes, at, count);
            return count == 0 ? -1 : count;
        }

        @Override
        public void send(byte[] bytes, int at, int length) throws IOException {
            messages.send(bytes, at, length);
        }

        @Override
        public void close() {
            // The path is the client's.
        }
    }
}
