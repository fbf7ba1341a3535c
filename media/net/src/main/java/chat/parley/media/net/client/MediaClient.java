package chat.parley.media.net.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.net.dtls.ClientHandshake;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.receive.ArrivalLog;
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
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One client on a socket of its own. It has to be polled by [#receive], which also tells the server how packets
/// arrive and that the client is still there. One thread at a time.
public final class MediaClient implements AutoCloseable {
    private static final int BYTES = 2048;
    private static final int TRIES = 10;
    private static final int TRY_MS = 500;
    private static final int SPOKEN = 0x80;
    /// Larger than anybody's: a server that is not lite and thinks that it controls gives way (RFC 8445, 7.3.1.1).
    private static final long TIE_BREAKER = -1;

    private static final long FEEDBACK_NANOS = 100_000_000L;
    private static final long CHECK_NANOS = 5_000_000_000L;

    private static final Integrity OURS = new Integrity(Invitation.PASSWORD);

    private final DatagramChannel channel = DatagramChannel.open();
    private final Identity identity;
    private final Invitation invitation;
    private final RandomGenerator random;
    private final Profile[] profiles;
    private final ByteBuffer direct = ByteBuffer.allocateDirect(BYTES);
    private final byte[] bytes = new byte[BYTES];
    private final RtpWriter writer = new RtpWriter();
    private final RtpPacket packet = new RtpPacket();
    private final ArrivalLog arrivals = new ArrivalLog();
    private final int ssrc;
    private @Nullable SrtpOut out;
    private @Nullable SrtpIn in;
    private boolean tells = true;
    private boolean numbers;
    private int transportSequence;
    private int level = 30;
    private long toldAt = System.nanoTime();
    private long checkedAt = toldAt;

    /// @param offer the first one
    public MediaClient(String offer, Identity identity, RandomGenerator random) throws IOException {
        this(Invitation.of(offer), identity, random);
    }

    /// @param profiles what is offered for the packets, best first; as Chromium does when there are none
    public MediaClient(Invitation invitation, Identity identity, RandomGenerator random, Profile... profiles)
            throws IOException {
        this.identity = identity;
        this.random = random;
        this.invitation = invitation;
        this.profiles = profiles.clone();
        ssrc = random.nextInt();
        channel.connect(invitation.server());
    }

    public String answer(String offer) {
        return Invitation.accept(offer, identity.fingerprint());
    }

    /// Proves the path and shakes hands. Waits; afterwards the channel does not.
    public void connect() throws IOException {
        for (int i = 0; !reached(); i++) {
            if (i == TRIES) {
                throw new IOException("the server does not answer");
            }
        }
        var keys = ClientHandshake.shake(identity, invitation.fingerprint(), new Handshake(), profiles);
        out = new SrtpOut(Crypto.best(), keys.ours());
        in = new SrtpIn(Crypto.best(), keys.theirs());
        channel.configureBlocking(false);
    }

    private boolean reached() throws IOException {
        check();
        byte[] answer = next(Kind.STUN, TRY_MS);
        var read = StunMessage.read(answer, 0, answer.length);
        return read != null && read.type() == StunMessage.SUCCESS;
    }

    private void check() throws IOException {
        byte[] transaction = new byte[12];
        random.nextBytes(transaction);
        channel.write(ByteBuffer.wrap(new StunWriter(StunMessage.REQUEST, transaction)
                .username(invitation.fragment() + ":client")
                .priority(1)
                .controlling(TIE_BREAKER)
                .useCandidate()
                .signed(new Integrity(invitation.password()))));
    }

    private byte[] next(Kind kind, int waitMillis) throws IOException {
        var datagram = new DatagramPacket(new byte[BYTES], BYTES);
        channel.socket().setSoTimeout(waitMillis);
        try {
            do {
                datagram.setLength(BYTES);
                channel.socket().receive(datagram);
            } while (answered(datagram.getData(), datagram.getLength())
                    || Kind.of(datagram.getData(), 0, datagram.getLength()) != kind);
            return Arrays.copyOf(datagram.getData(), datagram.getLength());
        } catch (SocketTimeoutException nothing) {
            return new byte[0];
        }
    }

    /// A server that is not lite looks itself whether it reaches us.
    private boolean answered(byte[] datagram, int length) throws IOException {
        if (Kind.of(datagram, 0, length) != Kind.STUN) {
            return false;
        }
        var check = StunMessage.read(datagram, 0, length);
        if (check == null || check.type() != StunMessage.REQUEST) {
            return false;
        }
        channel.write(ByteBuffer.wrap(new StunWriter(StunMessage.SUCCESS, check.transaction())
                .mappedAddress(Address.of(
                        invitation.server().getAddress(), invitation.server().getPort()))
                .signed(OURS)));
        return true;
    }

    /// To wait on.
    public DatagramChannel channel() {
        return channel;
    }

    /// From now on, says nothing of how packets arrive, like a client without congestion control.
    public void withholdFeedback() {
        tells = false;
    }

    /// From now on, numbers its packets over all streams, as browsers do, and so is told how they arrive.
    public void numberPackets() {
        numbers = true;
    }

    /// How loud the next packets of sound are, from 0, the loudest, to 127 (RFC 6464).
    public void level(int level) {
        this.level = level;
    }

    /// @param number counts the packets under this SSRC, from 1
    /// @param timestamp in the codec's clock
    /// @param last true for the last packet of a frame
    public void send(Codec codec, String mid, int ssrc, long number, long timestamp, boolean last, byte[] payload)
            throws IOException {
        var sealer = out;
        if (sealer == null) {
            throw new IllegalStateException("not connected");
        }
        writer.begin(bytes, 0, codec.payloadType, last)
                .numbers((int) number & 0xffff, timestamp, ssrc)
                .extension(Extension.MID.id, mid.getBytes(US_ASCII), 0, mid.length());
        if (codec.audio) {
            writer.extension8(Extension.AUDIO_LEVEL.id, SPOKEN | level);
        }
        if (numbers) {
            writer.extension16(Extension.TRANSPORT_SEQUENCE.id, ++transportSequence & 0xffff);
        }
        write(sealer.sealRtp(bytes, 0, writer.payload(payload, 0, payload.length), number));
    }

    private void write(int length) throws IOException {
        channel.write(direct.clear().put(bytes, 0, length).flip());
    }

    /// A media packet that is here, opened, until the next call; null when there is none.
    public @Nullable RtpPacket receive(long nowNanos) throws IOException {
        var opener = in;
        if (opener == null) {
            throw new IllegalStateException("not connected");
        }
        while (channel.read(direct.clear()) > 0) {
            int length = direct.flip().remaining();
            direct.get(bytes, 0, length);
            int clear = Kind.of(bytes, 0, length) == Kind.RTP ? opener.openRtp(bytes, 0, length) : -1;
            if (clear < 0) {
                answered(bytes, length);
            }
            if (clear > 0 && packet.read(bytes, 0, clear)) {
                int sequence = Extension.transportSequence(packet);
                if (sequence >= 0) {
                    arrivals.arrived(sequence, nowNanos);
                }
                return packet;
            }
        }
        tell(nowNanos);
        return null;
    }

    private void tell(long nowNanos) throws IOException {
        if (tells && nowNanos - toldAt >= FEEDBACK_NANOS && out != null && arrivals.hasNews()) {
            toldAt = nowNanos;
            write(out.sealRtcp(bytes, 0, arrivals.write(bytes, 0, ssrc, 0)));
        }
        if (nowNanos - checkedAt >= CHECK_NANOS) {
            checkedAt = nowNanos;
            check();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (out != null) {
            out.close();
        }
        if (in != null) {
            in.close();
        }
    }

    private final class Handshake implements ClientHandshake.Messages {
        @Override
        public byte[] next(int waitMillis) throws IOException {
            return MediaClient.this.next(Kind.DTLS, waitMillis);
        }

        @Override
        public void send(byte[] message, int at, int length) throws IOException {
            channel.write(ByteBuffer.wrap(message, at, length));
        }
    }
}
