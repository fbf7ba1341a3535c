package chat.parley.media.net.client;

import chat.parley.media.ice.Credentials;
import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;

/// Tries whether a way to a media server is open, by one connectivity check with the credentials that the server was
/// given by [chat.parley.media.net.MediaServer#trial]. Waits for the answer.
public final class Trial {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trial() {}

    /// @param seenAs where the server saw the check come from
    public record Answer(Address seenAs, long nanos) {}

    /// @throws IOException when the server does not answer
    public static Answer overUdp(InetSocketAddress server, Credentials credentials) throws IOException {
        try (var way = Way.udp(server)) {
            return ask(way, credentials);
        }
    }

    /// By ICE-TCP.
    ///
    /// @throws IOException when nobody accepts, or what accepts is no media server
    public static Answer overTcp(InetSocketAddress server, Credentials credentials) throws IOException {
        try (var way = Way.tcp(server, true)) {
            return ask(way, credentials);
        }
    }

    private static Answer ask(Way way, Credentials credentials) throws IOException {
        byte[] check = check(credentials);
        long asked = System.nanoTime();
        byte[] answer = way.ask(check, it -> answers(it, check));
        var read = StunMessage.read(answer, 0, answer.length);
        var seenAs = read == null ? null : read.mappedAddress();
        if (seenAs == null) {
            throw new IOException("it refuses the check");
        }
        return new Answer(seenAs, System.nanoTime() - asked);
    }

    static byte[] check(Credentials credentials) {
        return new StunWriter(StunMessage.REQUEST, transaction())
                .username(credentials.fragment() + ":trial")
                .priority(1)
                .controlling(RANDOM.nextLong())
                .signed(new Integrity(credentials.password()));
    }

    static byte[] transaction() {
        byte[] transaction = new byte[12];
        RANDOM.nextBytes(transaction);
        return transaction;
    }

    /// Whether this is the answer to that request.
    static boolean answers(byte[] message, byte[] request) {
        var read = StunMessage.read(message, 0, message.length);
        return read != null && Arrays.equals(read.transaction(), 0, 12, request, 8, 20);
    }
}
