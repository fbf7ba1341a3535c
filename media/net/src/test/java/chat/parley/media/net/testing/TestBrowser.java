package chat.parley.media.net.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.net.BrowserPeer;
import chat.parley.media.net.client.Invitation;
import chat.parley.media.net.dtls.DtlsClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.Profile;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.srtp.SrtpOut;
import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;

/// Answers offers, checks the path, shakes hands and sends and gets packets, as a browser does.
public final class TestBrowser implements AutoCloseable {
    private static final long HANDSHAKE_NANOS = 5_000_000_000L;
    private static final int PATIENCE_MS = 5_000;

    public final Identity identity = Identity.create(new SecureRandom());
    public final Wire wire;
    private final String fragment;
    private final String password;
    private final String serverFingerprint;
    private final RtpWriter writer = new RtpWriter();
    private @Nullable DTLSTransport connection;
    private @Nullable SrtpOut out;
    private @Nullable SrtpIn in;

    /// @param offer the first one
    public TestBrowser(String offer) {
        this(offer, false);
    }

    /// @param stream true to go by TCP
    public TestBrowser(String offer, boolean stream) {
        var invitation = Invitation.of(offer);
        fragment = invitation.fragment();
        password = invitation.password();
        serverFingerprint = invitation.fingerprint();
        int port = invitation.server().getPort();
        wire = stream ? Wire.tcp(port) : new Wire(port);
    }

    /// What Chromium offers, in its order.
    public static int[] chromium() {
        return new int[] {0x0001, 0x0008, 0x0007};
    }

    /// Agrees with everything: sends what it is asked for and takes what it gets.
    public String answer(String offer) {
        return Invitation.accept(offer, identity.fingerprint());
    }

    /// One check of the path, and the server's answer to it.
    public boolean reach() {
        byte[] transaction = new byte[12];
        new SecureRandom().nextBytes(transaction);
        wire.send(new StunWriter(StunMessage.REQUEST, transaction)
                .username(fragment + ":browser")
                .priority(1)
                .controlling(1)
                .useCandidate()
                .signed(new Integrity(password)));
        byte[] answer = wire.next(Kind.STUN, PATIENCE_MS);
        var read = StunMessage.read(answer, 0, answer.length);
        return read != null && read.type() == StunMessage.SUCCESS;
    }

    /// Shakes hands.
    public Profile connect(int... profiles) throws IOException {
        var client = new DtlsClient(identity, serverFingerprint, profiles);
        connection = client.connect(wire.dtls());
        out = new SrtpOut(Crypto.best(), client.key(true));
        in = new SrtpIn(Crypto.best(), client.key(false));
        return client.profile();
    }

    /// Says goodbye.
    public void goodbye() throws IOException {
        if (connection != null) {
            connection.close();
        }
    }

    public byte[] sealed(Codec codec, String mid, int ssrc, long number, byte[] payload) {
        if (out == null) {
            throw new IllegalStateException("not connected");
        }
        byte[] bytes = new byte[1500];
        writer.begin(bytes, 0, codec.payloadType, true)
                .numbers((int) number & 0xffff, number * codec.clockRate / 50, ssrc)
                .extension(Extension.MID.id, mid.getBytes(US_ASCII), 0, mid.length());
        if (codec.audio) {
            writer.extension8(Extension.AUDIO_LEVEL.id, 0x80 | 30);
        }
        int length = writer.payload(payload, 0, payload.length);
        return Arrays.copyOf(bytes, out.sealRtp(bytes, 0, length, number));
    }

    public void send(Codec codec, String mid, int ssrc, long number, byte[] payload) {
        wire.send(sealed(codec, mid, ssrc, number, payload));
    }

    /// The next media packet, opened, or null when none came in that time.
    public @Nullable RtpPacket next(int waitMillis) {
        byte[] datagram = wire.next(Kind.RTP, waitMillis);
        if (datagram.length == 0 || in == null) {
            return null;
        }
        int length = in.openRtp(datagram, 0, datagram.length);
        var packet = new RtpPacket();
        if (!packet.read(datagram, 0, length)) {
            throw new AssertionError("what the server sends must open: " + length);
        }
        return packet;
    }

    @Override
    public void close() {
        wire.close();
    }

    /// A browser knows its keys a moment before the server does, and what it says in between is lost.
    public static void awaitKeys(BrowserPeer peer) {
        long deadline = System.nanoTime() + HANDSHAKE_NANOS;
        while (!peer.stats().connected()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the handshake does not end");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
