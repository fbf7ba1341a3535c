package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.wire.Bytes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody with valid keys sends noise: any payload in any stream, any control packet. The others hear every
/// word and nothing of ours breaks.
final class AuthenticGarbageTest {
    private static final int ROUNDS = 15_000;
    private static final int[] TYPES = {200, 201, 202, 203, 204, 205, 206, 207};

    private final Set<Integer> heard = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noise_under_valid_keys_disturbs_nobody(long seed) {
        var random = new Random(seed);
        var call = new Call(seed);
        var ann = call.join("room", 10_001, (_, _) -> {});
        var bob = call.join("room", 10_002, (_, kind) -> heard.add(kind == Kind.RTP ? heard.size() : 0));
        var mallory = call.join("room", 10_003, (_, _) -> {});
        call.engine.publish(ann.id, "0", Codec.OPUS, List.of());
        var codecs = Codec.values();
        for (var codec : codecs) {
            call.engine.publish(
                    mallory.id,
                    codec.encoding,
                    codec,
                    codec == Codec.VP8 || codec == Codec.H264 ? List.of("q", "h") : List.of());
            call.engine.subscribe(bob.id, mallory.id, codec.encoding, codec.encoding + "x");
        }
        var words = call.engine.subscribe(bob.id, ann.id, "0", "7");
        int mine = call.engine.subscribe(mallory.id, ann.id, "0", "9").ssrc();
        int word = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] noise = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 1_300 : 60)];
            random.nextBytes(noise);
            if (random.nextBoolean()) {
                var codec = codecs[random.nextInt(codecs.length)];
                var rid = random.nextBoolean() ? "q" : random.nextBoolean() ? "h" : "";
                int ssrc = 100 + random.nextInt(30);
                give(call, mallory, mallory.media(codec, codec.encoding, rid, ssrc, 7_000 + i, noise));
            } else {
                give(call, mallory, control(random, mallory, mine, noise));
            }
            if (i % 50 == 0) {
                word++;
                give(call, ann, ann.media(Codec.OPUS, "0", "", 1, 7_000 + word, new byte[] {1}));
                call.run(20);
                give(call, ann, ann.check());
                give(call, bob, bob.check());
            }
        }
        assertEquals(0, call.engine.counters().faults());
        var gets = call.engine.stats(bob.id, call.now).stream()
                .filter(it -> !it.published() && it.mid().equals("7"))
                .findFirst()
                .orElseThrow();
        assertEquals(word, gets.traffic().packets());
        assertTrue(words.ssrc() != 0 && word > 200);
    }

    /// A control packet whose length is right and whose body is noise, about a stream that exists or not.
    private static byte[] control(Random random, Peer from, int ssrc, byte[] noise) {
        byte[] bytes = Arrays.copyOf(noise, Math.max(12, noise.length + 3 & ~3) + 100);
        int length = Math.max(12, noise.length + 3 & ~3);
        Bytes.put8(bytes, 0, 0x80 | random.nextInt(32));
        Bytes.put8(bytes, 1, TYPES[random.nextInt(TYPES.length)]);
        Bytes.put16(bytes, 2, random.nextInt(10) == 0 ? random.nextInt(400) : length / 4 - 1);
        if (random.nextBoolean()) {
            Bytes.put32(bytes, 8, ssrc);
        }
        assertTrue(Rtcp.SENDER_REPORT == TYPES[0]);
        return Arrays.copyOf(bytes, from.out.sealRtcp(bytes, 0, length));
    }

    private static void give(Call call, Peer from, byte[] datagram) {
        call.engine.handle(datagram, 0, datagram.length, from.address, call.now);
        call.run(0);
        while (!(call.engine.poll() instanceof Output.Timeout)) {
            // Where it goes does not matter here.
        }
    }
}
