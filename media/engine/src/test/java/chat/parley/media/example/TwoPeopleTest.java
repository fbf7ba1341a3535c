package chat.parley.media.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.media.Engine;
import chat.parley.media.Output;
import chat.parley.media.codec.Codec;
import chat.parley.media.ice.Credentials;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.rtp.RtpWriter;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.Profile;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.srtp.SrtpOut;
import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TwoPeopleTest {
    private final Engine engine = new Engine(Crypto.best(), new Random(1));
    private final Address ann = Address.v4(0x7f000001, 5001);
    private final Address bob = Address.v4(0x7f000001, 5002);
    private final List<byte[]> toBob = new ArrayList<>();
    private long now;

    @Test
    void bob_hears_ann() {
        // Your signalling tells each browser these credentials in an offer (see chat.parley.media.sdp).
        var annCredentials = Credentials.random(new Random(2));
        var bobCredentials = Credentials.random(new Random(3));
        long annId = engine.join("room", annCredentials, now);
        long bobId = engine.join("room", bobCredentials, now);

        // The browsers find the server: their checks come in, answers go out.
        deliver(check(annCredentials), ann);
        deliver(check(bobCredentials), bob);

        // Your DTLS handshakes, fed by Event.Handshake and Engine.send, end with keys.
        var annsKey = key(1);
        var bobsKey = key(2);
        engine.keys(annId, annsKey, key(3));
        engine.keys(bobId, bobsKey, key(4));

        // Ann has a microphone in media section "0"; Bob gets it in his section "5".
        engine.publish(annId, "0", Codec.OPUS, List.of());
        var streams = engine.subscribe(bobId, annId, "0", "5");

        deliver(voice(new SrtpOut(Crypto.best(), annsKey)), ann);

        byte[] received = toBob.getLast();
        int length = new SrtpIn(Crypto.best(), key(4)).openRtp(received, 0, received.length);
        var packet = new RtpPacket();
        packet.read(received, 0, length);
        assertEquals(streams.ssrc(), packet.ssrc());
        assertEquals(42, packet.bytes()[packet.payloadAt()]);
    }

    /// What your loop does with every datagram of your socket, and whenever a timeout has come.
    private void deliver(byte[] datagram, Address source) {
        engine.handle(datagram, 0, datagram.length, source, now);
        while (true) {
            switch (engine.poll()) {
                case Output.Transmit it -> send(Arrays.copyOf(it.bytes(), it.length()), it.destination());
                case Output.Event _ -> {}
                case Output.Timeout it -> {
                    now = Math.max(now, it.atNanos());
                    return;
                }
            }
        }
    }

    private void send(byte[] datagram, Address destination) {
        if (destination.equals(bob)) {
            toBob.add(datagram);
        }
    }

    private static byte[] check(Credentials credentials) {
        return new StunWriter(StunMessage.REQUEST, new byte[12])
                .username(credentials.fragment() + ":browser")
                .priority(1)
                .useCandidate()
                .signed(new Integrity(credentials.password()));
    }

    private static byte[] voice(SrtpOut out) {
        byte[] bytes = new byte[200];
        var writer =
                new RtpWriter().begin(bytes, 0, Codec.OPUS.payloadType, true).numbers(1, 960, 77);
        int length = writer.extension(1, new byte[] {'0'}, 0, 1).payload(new byte[] {42}, 0, 1);
        return Arrays.copyOf(bytes, out.sealRtp(bytes, 0, length, 1));
    }

    private static MasterKey key(int seed) {
        byte[] key = new byte[16];
        Arrays.fill(key, (byte) seed);
        return new MasterKey(Profile.AEAD_AES_128_GCM, key, Arrays.copyOf(key, 12));
    }
}
