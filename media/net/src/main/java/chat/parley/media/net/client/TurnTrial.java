package chat.parley.media.net.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.media.ice.Credentials;
import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Tries a TURN server (RFC 8656): makes a relay with an account, and reaches a media server through it. Waits.
public final class TurnTrial {
    private static final int ALLOCATE = 0x0003;
    private static final int CREATE_PERMISSION = 0x0008;
    private static final int SEND = 0x0016;
    private static final int DATA_INDICATION = 0x0017;
    private static final int SUCCESS = 0x0100;

    private static final int USERNAME = 0x0006;
    private static final int XOR_PEER_ADDRESS = 0x0012;
    private static final int DATA = 0x0013;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int XOR_RELAYED_ADDRESS = 0x0016;
    private static final int REQUESTED_TRANSPORT = 0x0019;
    private static final byte[] UDP = {17, 0, 0, 0};
    private static final int UNAUTHORIZED = 401;

    private final Way way;
    private final String username;
    private final String password;
    private byte[] realm = new byte[0];
    private byte[] nonce = new byte[0];

    private TurnTrial(Way way, String username, String password) {
        this.way = way;
        this.username = username;
        this.password = password;
    }

    /// How far it went.
    public enum Outcome {
        /// Nothing answers there, or no TURN server does.
        SILENT,
        /// The account is not accepted.
        REFUSED,
        /// The account is accepted, but no relay is made.
        EXHAUSTED,
        /// There is a relay, but it does not reach the media server.
        BLIND,
        WORKS
    }

    /// @param detail what was seen, for people
    public record Result(Outcome outcome, String detail) {}

    /// @param tcp to the TURN server; from there on it is always UDP
    /// @param media where the media server was given the credentials
    public static Result of(
            InetSocketAddress server,
            boolean tcp,
            String username,
            String password,
            InetSocketAddress media,
            Credentials credentials) {
        try (var way = tcp ? Way.tcp(server, false) : Way.udp(server)) {
            return new TurnTrial(way, username, password).run(media, credentials);
        } catch (IOException silent) {
            return new Result(Outcome.SILENT, String.valueOf(silent.getMessage()));
        }
    }

    private Result run(InetSocketAddress media, Credentials credentials) throws IOException {
        byte[] stranger = new StunWriter(ALLOCATE, Trial.transaction())
                .with(REQUESTED_TRANSPORT, UDP)
                .plain();
        var challenge = ask(stranger);
        realm = attribute(challenge, REALM);
        nonce = attribute(challenge, NONCE);
        if (challenge.errorCode() != UNAUTHORIZED) {
            return new Result(Outcome.SILENT, "it does not ask for an account, error " + challenge.errorCode());
        }
        var made = ask(signed(new StunWriter(ALLOCATE, Trial.transaction()).with(REQUESTED_TRANSPORT, UDP)));
        if (made.type() != (ALLOCATE | SUCCESS)) {
            var outcome = made.errorCode() == UNAUTHORIZED ? Outcome.REFUSED : Outcome.EXHAUSTED;
            return new Result(outcome, "error " + made.errorCode());
        }
        return new Result(
                reaches(Address.of(media.getAddress(), media.getPort()), credentials) ? Outcome.WORKS : Outcome.BLIND,
                "relay at " + made.address(XOR_RELAYED_ADDRESS));
    }

    private boolean reaches(Address media, Credentials credentials) throws IOException {
        var permitted =
                ask(signed(new StunWriter(CREATE_PERMISSION, Trial.transaction()).address(XOR_PEER_ADDRESS, media)));
        if (permitted.type() != (CREATE_PERMISSION | SUCCESS)) {
            return false;
        }
        byte[] check = Trial.check(credentials);
        byte[] sent = new StunWriter(SEND, Trial.transaction())
                .address(XOR_PEER_ADDRESS, media)
                .with(DATA, check)
                .plain();
        try {
            way.ask(sent, it -> relays(it, check));
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    private static boolean relays(byte[] message, byte[] check) {
        var read = StunMessage.read(message, 0, message.length);
        byte[] data = read == null || read.type() != DATA_INDICATION ? null : read.value(DATA);
        return data != null && Trial.answers(data, check);
    }

    private byte[] signed(StunWriter request) {
        return request.with(USERNAME, username.getBytes(UTF_8))
                .with(REALM, realm)
                .with(NONCE, nonce)
                .signed(Integrity.ofAccount(username, new String(realm, UTF_8), password));
    }

    private StunMessage ask(byte[] request) throws IOException {
        byte[] answer = way.ask(request, it -> Trial.answers(it, request));
        var read = StunMessage.read(answer, 0, answer.length);
        if (read == null) {
            throw new IOException("it answers something else than STUN");
        }
        return read;
    }

    private static byte[] attribute(StunMessage message, int type) {
        byte @Nullable [] value = message.value(type);
        return value == null ? new byte[0] : value;
    }
}
