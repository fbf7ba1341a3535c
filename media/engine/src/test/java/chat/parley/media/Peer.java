package chat.parley.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.codec.Codec;
import chat.parley.media.ice.Credentials;
import chat.parley.media.rtp.Extension;
import chat.parley.media.rtp.Nack;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import chat.parley.media.rtp.Rtx;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.srtp.SrtpOut;
import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import java.util.Arrays;
import java.util.Random;

/// A browser's half of a call, made of the engine's own parts: it is enough to talk to the engine in its own words.
final class Peer {
    final long id;
    final Address address;
    final SrtpOut out;
    final SrtpIn in;
    private final Credentials credentials;
    private final RtpWriter writer = new RtpWriter();
    private int transportSequence;

    Peer(Engine engine, String room, int port, long nowNanos) {
        credentials = Credentials.random(new Random(port));
        address = Address.v4(0x7f00_0001, port);
        id = engine.join(room, credentials, nowNanos);
        var mine = key(port);
        var theirs = key(port + 100_000);
        out = new SrtpOut(Crypto.best(), mine);
        in = new SrtpIn(Crypto.best(), theirs);
        engine.keys(id, mine, theirs);
    }

    private static MasterKey key(long seed) {
        byte[] key = new byte[16];
        byte[] salt = new byte[12];
        new Random(seed).nextBytes(key);
        new Random(-seed).nextBytes(salt);
        return new MasterKey(Profile.AEAD_AES_128_GCM, key, salt);
    }

    byte[] check() {
        return new StunWriter(StunMessage.REQUEST, new byte[12])
                .username(credentials.fragment() + ":peer")
                .priority(1)
                .controlling(1)
                .useCandidate()
                .signed(new Integrity(credentials.password()));
    }

    /// A packet of a microphone or a camera, sealed.
    byte[] media(Codec codec, String mid, String rid, int ssrc, long number, byte[] payload) {
        return media(codec, mid, rid, ssrc, number, true, payload);
    }

    /// @param marker whether it is the last of its picture
    byte[] media(Codec codec, String mid, String rid, int ssrc, long number, boolean marker, byte[] payload) {
        byte[] bytes = new byte[1500];
        writer.begin(bytes, 0, codec.payloadType, marker)
                .numbers((int) number & 0xffff, number * codec.clockRate / 50, ssrc)
                .extension(Extension.MID.id, mid.getBytes(US_ASCII), 0, mid.length())
                .extension16(Extension.TRANSPORT_SEQUENCE.id, transportSequence++);
        if (!rid.isEmpty()) {
            writer.extension(Extension.RID.id, rid.getBytes(US_ASCII), 0, rid.length());
        }
        if (codec.audio) {
            writer.extension8(Extension.AUDIO_LEVEL.id, 0x80 | 30);
        }
        int length = writer.payload(payload, 0, payload.length);
        return Arrays.copyOf(bytes, out.sealRtp(bytes, 0, length, number));
    }

    /// Sends a packet of a camera once more (RFC 4588).
    byte[] repair(Codec codec, String mid, String rid, int rtxSsrc, long rtxNumber, long number, byte[] payload) {
        byte[] bytes = new byte[1500];
        byte[] repeated = new byte[payload.length + Rtx.HEADER];
        Bytes.put16(repeated, 0, (int) number);
        System.arraycopy(payload, 0, repeated, Rtx.HEADER, payload.length);
        writer.begin(bytes, 0, codec.rtxPayloadType, true)
                .numbers((int) rtxNumber & 0xffff, number * codec.clockRate / 50, rtxSsrc)
                .extension(Extension.MID.id, mid.getBytes(US_ASCII), 0, mid.length());
        if (!rid.isEmpty()) {
            writer.extension(Extension.REPAIRED_RID.id, rid.getBytes(US_ASCII), 0, rid.length());
        }
        int length = writer.payload(repeated, 0, repeated.length);
        return Arrays.copyOf(bytes, out.sealRtp(bytes, 0, length, rtxNumber));
    }

    /// Asks for packets once more.
    byte[] nack(int ssrc, int[] missing, int count) {
        byte[] bytes = new byte[1500];
        int length = Nack.write(bytes, 0, 1, ssrc, missing, count);
        return Arrays.copyOf(bytes, out.sealRtcp(bytes, 0, length));
    }

    /// The packet in the datagram, in clear, or false.
    boolean open(byte[] datagram, int length, RtpPacket packet) {
        int clear = in.openRtp(datagram, 0, length);
        return clear > 0 && packet.read(datagram, 0, clear);
    }
}
