package chat.parley.media;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// RED (RFC 2198) reaches those who agreed to it as it came, and others as the Opus inside; what Opus carries of the
/// packet before (RFC 6716 section 2.1.7) reaches everybody.
final class RedundancyTest {
    private static final int MIC = 1001;
    private static final byte[] PRIMARY = {9, 8, 7, 6, 5};
    /// The first byte of Opus: SILK at 16 kHz, one frame of 20 ms, one channel (RFC 6716 section 3.1).
    private static final int SILK = 0x48;
    /// In the byte behind it: a voice is heard, and the frame before comes once more (section 4.2.3).
    private static final int WITH_FRAME_BEFORE = 0xc0;

    /// By subscriber the type and payload of each packet.
    private final Map<Integer, List<byte[]>> heard = new HashMap<>();

    private final Call call = new Call(7);
    private final Peer speaker = call.join("room", 10_001, (_, _) -> {});
    private long number = 7_000;

    @Test
    void only_who_agreed_gets_the_redundant_blocks() {
        call.engine.publish(speaker.id, "0", Codec.RED, List.of());
        var understands = listener(10_002);
        var plain = listener(10_003);
        int ssrc = call.engine.subscribe(understands.id, speaker.id, "0", "7").ssrc();
        call.engine.subscribe(plain.id, speaker.id, "0", "7");
        call.engine.redundant(understands.id, ssrc, true);
        say(red(20, PRIMARY));
        assertArrayEquals(typed(Codec.RED, red(20, PRIMARY)), last(10_002));
        assertArrayEquals(typed(Codec.OPUS, PRIMARY), last(10_003));
        call.engine.redundant(understands.id, ssrc, false);
        say(red(20, PRIMARY));
        assertArrayEquals(typed(Codec.OPUS, PRIMARY), last(10_002));
    }

    @Test
    void an_opus_packet_with_the_frame_before_in_it_arrives_bit_for_bit() {
        call.engine.publish(speaker.id, "0", Codec.OPUS, List.of());
        for (int port = 10_002; port < 10_005; port++) {
            call.engine.subscribe(listener(port).id, speaker.id, "0", "7");
        }
        var random = new Random(6);
        for (int i = 0; i < 100; i++) {
            byte[] opus = new byte[2 + random.nextInt(400)];
            random.nextBytes(opus);
            opus[0] = SILK;
            opus[1] |= (byte) WITH_FRAME_BEFORE;
            call.send(speaker, speaker.media(Codec.OPUS, "0", "", MIC, ++number, opus));
            call.run(20);
            for (int port = 10_002; port < 10_005; port++) {
                assertArrayEquals(typed(Codec.OPUS, opus), last(port));
            }
        }
    }

    @Test
    void red_that_lies_is_dropped_before_anybody_gets_it() {
        call.engine.publish(speaker.id, "0", Codec.RED, List.of());
        var plain = listener(10_003);
        call.engine.subscribe(plain.id, speaker.id, "0", "7");
        say(red(20, PRIMARY));
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = red(20, PRIMARY);
            bytes[random.nextInt(5)] = (byte) random.nextInt(256);
            say(Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)));
        }
        say(red(20, PRIMARY));
        assertArrayEquals(typed(Codec.OPUS, PRIMARY), last(10_003));
        for (var it : requireNonNull(heard.get(10_003))) {
            assertEquals(Codec.OPUS.payloadType, it[0]);
            assertTrue(it.length > 1, "never empty");
        }
    }

    private void say(byte[] payload) {
        call.send(speaker, speaker.media(Codec.RED, "0", "", MIC, ++number, payload));
        call.run(20);
    }

    /// One older block and the newest one.
    private static byte[] red(int older, byte[] primary) {
        byte[] bytes = new byte[5 + older + primary.length];
        bytes[0] = (byte) (0x80 | Codec.OPUS.payloadType);
        // Fourteen bits of how much older it is, ten of its length.
        Bytes.put24(bytes, 1, 960 << 10 | older);
        bytes[4] = (byte) Codec.OPUS.payloadType;
        System.arraycopy(primary, 0, bytes, 5 + older, primary.length);
        return bytes;
    }

    private static byte[] typed(Codec codec, byte[] payload) {
        byte[] bytes = new byte[1 + payload.length];
        bytes[0] = (byte) codec.payloadType;
        System.arraycopy(payload, 0, bytes, 1, payload.length);
        return bytes;
    }

    private byte[] last(int port) {
        return requireNonNull(heard.get(port)).getLast();
    }

    private Peer listener(int port) {
        var packet = new RtpPacket();
        Peer[] self = new Peer[1];
        self[0] = call.join("room", port, (datagram, kind) -> {
            if (kind == Kind.RTP && self[0].open(datagram, datagram.length, packet)) {
                byte[] payload = Arrays.copyOfRange(
                        packet.bytes(), packet.payloadAt() - 1, packet.payloadAt() + packet.payloadLength());
                payload[0] = (byte) packet.payloadType();
                heard.computeIfAbsent(port, _ -> new ArrayList<>()).add(payload);
            }
        });
        return self[0];
    }
}
