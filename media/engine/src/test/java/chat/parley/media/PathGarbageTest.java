package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.receive.ArrivalLog;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.testing.Garbage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Every way of a packet through the engine in steady state, and what it allocates: nothing.
final class PathGarbageTest {
    private static final int PACKETS = 20_000;
    private static final int VIEWERS = 5;
    private static final int VIDEO = 2001;
    private static final int ROUNDS = 100_000;

    private final Call call = new Call(9);
    private final Peer sender = call.join("room", 10_001, (_, _) -> {});
    private final List<Peer> viewers = new ArrayList<>();
    private final List<Engine.Streams> streams = new ArrayList<>();
    private int sent;
    private int turns;

    @BeforeEach
    void native_crypto_is_here() {
        assumeTrue(Crypto.best().accelerated(), "this host has no libcrypto");
    }

    @Test
    void a_camera_with_its_numbers_rewritten() {
        call.engine.publish(sender.id, "1", Codec.VP8, List.of());
        watch();
        forwards(Codec.VP8, i -> Vp8Payload.of(900, i, i & 1, i == 0));
    }

    @Test
    void a_camera_with_temporal_layers_left_out() {
        call.engine.publish(sender.id, "1", Codec.VP8, List.of());
        watch();
        for (int i = 0; i < VIEWERS; i++) {
            call.engine.prefer(viewers.get(i).id, streams.get(i).ssrc(), 0, 0);
        }
        forwards(Codec.VP8, i -> Vp8Payload.of(900, i, i & 1, i == 0));
    }

    @Test
    void spatial_layers_of_vp9() {
        call.engine.publish(sender.id, "1", Codec.VP9, List.of());
        watch();
        forwards(Codec.VP9, i -> {
            byte[] payload = new byte[500];
            int picture = i / 2;
            boolean upper = (i & 1) == 1;
            byte[] head = {
                (byte) (picture == 0 ? 0xac : 0xec),
                (byte) (0x80 | (picture >> 8 & 0x7f)),
                (byte) picture,
                (byte) (0x10 | (upper ? 3 : 0)),
                0
            };
            System.arraycopy(head, 0, payload, 0, head.length);
            return payload;
        });
    }

    @Test
    void redundant_speech_stripped() {
        call.engine.publish(sender.id, "1", Codec.RED, List.of());
        watch();
        byte[] red = {(byte) 0xef, 0x0f, 0, 2, 111, 1, 2, 3, 4};
        forwards(Codec.RED, _ -> red);
    }

    @Test
    void retransmissions() {
        call.engine.publish(sender.id, "1", Codec.VP8, List.of());
        watch();
        for (int i = 0; i < 400; i++) {
            give(sender, sender.media(Codec.VP8, "1", "", VIDEO, 7_000 + i, Vp8Payload.of(900, i, 0, i == 0)));
        }
        var viewer = viewers.getFirst();
        long resentBefore = call.engine.counters().resent();
        byte[][] nacks = new byte[ROUNDS][];
        for (int i = 0; i < ROUNDS; i++) {
            nacks[i] = viewer.nack(streams.getFirst().ssrc(), new int[] {lastSent() - 5 - i % 200 & 0xffff}, 1);
        }
        int[] next = {0};
        double garbage = Garbage.perCall(() -> {
            // A round trip passes between two wishes for the same packet.
            call.now += 2 * Call.MS;
            give(viewer, nacks[next[0]++]);
        });
        assertTrue(call.engine.counters().resent() - resentBefore > 1_000, "some were sent again");
        assertTrue(garbage < 24, garbage + " bytes a packet sent again");
    }

    @Test
    void feedback_about_a_line() {
        call.engine.publish(sender.id, "1", Codec.VP8, List.of());
        watch();
        var viewer = viewers.getFirst();
        var log = new ArrivalLog();
        byte[][] told = new byte[ROUNDS][];
        byte[] bytes = new byte[1500];
        for (int i = 0; i < ROUNDS; i++) {
            log.arrived(i & 0xffff, call.now + i * Call.MS);
            int length = log.write(bytes, 0, 1, 2);
            told[i] = Arrays.copyOf(bytes, viewer.out.sealRtcp(bytes, 0, length));
        }
        int[] next = {0};
        double garbage = Garbage.perCall(() -> give(viewer, told[next[0]++]));
        assertTrue(garbage < 1, garbage + " bytes a feedback");
    }

    /// What is done fifty times a second whether packets come or not.
    @Test
    void a_turn_of_the_clock() {
        call.engine.publish(sender.id, "1", Codec.VP8, List.of());
        watch();
        double garbage = Garbage.perCall(() -> {
            call.now += Call.MS;
            call.engine.advance(call.now);
            while (!(call.engine.poll() instanceof Output.Timeout)) {
                // Reports and the like.
            }
            if (call.now % (2_000 * Call.MS) == 0) {
                give(sender, sender.check());
                viewers.forEach(it -> give(it, it.check()));
            }
        });
        assertTrue(garbage < 200, garbage + " bytes a millisecond for six people");
    }

    private int lastSent() {
        return (int) call.engine
                .participant(viewers.getFirst().id)
                .subscriptions
                .getFirst()
                .down
                .number();
    }

    private void watch() {
        for (int i = 0; i < VIEWERS; i++) {
            var viewer = call.join("room", 10_100 + i, (_, _) -> {});
            viewers.add(viewer);
            streams.add(call.engine.subscribe(viewer.id, sender.id, "1", "7"));
        }
    }

    private void forwards(Codec codec, IntFunction<byte[]> payload) {
        byte[][] packets = new byte[ROUNDS][];
        for (int i = 0; i < ROUNDS; i++) {
            packets[i] = sender.media(codec, "1", "", VIDEO, 7_000 + i, payload.apply(i));
        }
        double garbage = Garbage.perCall(() -> give(sender, packets[turns++]));
        assertTrue(sent > PACKETS * VIEWERS, "forwarded: " + sent);
        assertTrue(garbage < 1, garbage + " bytes a packet");
    }

    private void give(Peer from, byte[] datagram) {
        call.engine.handle(datagram, 0, datagram.length, from.address, call.now);
        while (call.engine.poll() instanceof Output.Transmit) {
            sent++;
        }
    }
}
