package chat.parley.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.receive.PacketHistory;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Packets of a picture that come together: in which order they leave, and that nobody gets anything else for it.
final class FanOutTest {
    private static final int CAMERA = 2001;
    private static final int SCREEN = 2002;
    private static final int MICROPHONE = 1001;
    private static final int VIEWERS = 3;
    /// Of a byte in each payload that tells packets apart.
    private static final int PLACE = Vp8Payload.BODY + 3;
    private static final int STEPS = 4_000;
    private static final long STEP_NANOS = 3_000_000L;

    /// A room with somebody who shows, and those who watch.
    private static final class Hall {
        final List<Address> order = new ArrayList<>();
        final Map<Address, List<byte[]>> got = new HashMap<>();
        final Engine engine = new Engine(Crypto.best(), new Random(1), this::left);
        final List<Peer> viewers = new ArrayList<>();
        final Peer sender;
        private long now = 5_000_000_000L;

        Hall() {
            engine.advance(now);
            sender = join(10_001);
            engine.publish(sender.id, "0", Codec.OPUS, List.of());
            engine.publish(sender.id, "1", Codec.VP8, List.of());
            engine.publish(sender.id, "2", Codec.VP8, List.of());
            for (int i = 0; i < VIEWERS; i++) {
                var viewer = join(10_100 + i);
                viewers.add(viewer);
                for (var mid : List.of("0", "1", "2")) {
                    var streams = engine.subscribe(viewer.id, sender.id, mid, mid);
                    // One of them does without every other picture.
                    engine.prefer(viewer.id, streams.ssrc(), 0, i == 1 ? 0 : 1);
                }
            }
            // Who wants what is looked at with the next ticks.
            for (int i = 0; i < 50; i++) {
                now += Engine.TICK_NANOS;
                engine.advance(now);
            }
            // In a calm room the first packet lets a tick come, and nothing waits over that.
            handle(voice(99));
            order.clear();
            got.clear();
        }

        private Peer join(int port) {
            var peer = new Peer(engine, "room", port, now);
            engine.handle(peer.check(), 0, peer.check().length, peer.address, now);
            return peer;
        }

        private void left(byte[] bytes, int length, Address destination) {
            if ((bytes[1] & 0x7f) < 64 || (bytes[1] & 0x7f) >= 96) {
                order.add(destination);
                got.computeIfAbsent(destination, _ -> new ArrayList<>()).add(Arrays.copyOf(bytes, length));
            }
        }

        void collect(byte[] datagram) {
            engine.collect(datagram.clone(), 0, datagram.length, sender.address, now);
        }

        void handle(byte[] datagram) {
            engine.handle(datagram.clone(), 0, datagram.length, sender.address, now);
        }

        byte[] picture(String mid, int ssrc, long number, boolean marker) {
            return sender.media(Codec.VP8, mid, "", ssrc, number, marker, vp8(number, number == 7_000));
        }

        byte[] voice(long number) {
            return sender.media(Codec.OPUS, "0", "", MICROPHONE, number, new byte[80]);
        }

        List<Integer> sequences(Peer viewer) {
            var packet = new RtpPacket();
            return got.getOrDefault(viewer.address, List.of()).stream()
                    .map(it -> {
                        assertTrue(viewer.open(it.clone(), it.length, packet), "it opens");
                        return packet.sequence();
                    })
                    .toList();
        }
    }

    private static byte[] vp8(long number, boolean key) {
        long picture = number / 3;
        byte[] payload = Vp8Payload.of(300, picture, (picture & 1) == 0 || key ? 0 : 1, key);
        payload[PLACE] = (byte) (number >> 8);
        return payload;
    }

    @Test
    void one_viewer_gets_the_whole_picture_and_then_the_next() {
        var hall = new Hall();
        hall.handle(hall.picture("1", CAMERA, 7_000, true));
        hall.order.clear();
        hall.collect(hall.picture("1", CAMERA, 7_001, false));
        hall.collect(hall.picture("1", CAMERA, 7_002, false));
        assertEquals(List.of(), hall.order, "it waits for its end");
        assertTrue(hall.engine.unsettled());
        hall.collect(hall.picture("1", CAMERA, 7_003, true));
        assertFalse(hall.engine.unsettled());
        var expected = new ArrayList<Address>();
        for (var viewer : hall.viewers) {
            expected.addAll(Collections.nCopies(3, viewer.address));
        }
        assertEquals(expected, hall.order);
    }

    @Test
    void whoever_has_nothing_more_sends_what_is_there() {
        var hall = new Hall();
        hall.collect(hall.picture("1", CAMERA, 7_000, false));
        assertEquals(List.of(), hall.order);
        hall.engine.settle();
        assertEquals(VIEWERS, hall.order.size());
        hall.engine.settle();
        assertEquals(VIEWERS, hall.order.size(), "once");
    }

    @Test
    void neither_a_voice_nor_another_picture_waits_for_the_end_of_the_first() {
        var hall = new Hall();
        hall.collect(hall.picture("1", CAMERA, 7_000, false));
        hall.collect(hall.voice(100));
        assertEquals(VIEWERS, hall.order.size(), "the voice");
        assertTrue(hall.engine.unsettled());
        hall.collect(hall.picture("2", SCREEN, 7_000, false));
        assertEquals(2 * VIEWERS, hall.order.size(), "and the first picture, as far as it came");
        assertTrue(hall.engine.unsettled());
    }

    @Test
    void a_picture_of_very_many_packets_goes_in_pieces() {
        var hall = new Hall();
        hall.handle(hall.picture("1", CAMERA, 7_000, true));
        hall.order.clear();
        for (int i = 0; i <= FanOut.PIECE; i++) {
            hall.collect(hall.picture("1", CAMERA, 7_001 + i, false));
        }
        assertEquals(
                FanOut.PIECE,
                hall.order.stream()
                        .filter(hall.viewers.getFirst().address::equals)
                        .count());
        hall.engine.settle();
        assertEquals(
                FanOut.PIECE + 1,
                hall.order.stream()
                        .filter(hall.viewers.getFirst().address::equals)
                        .count());
    }

    @Test
    void padding_among_collected_packets_leaves_no_gap() {
        var hall = new Hall();
        hall.handle(hall.picture("1", CAMERA, 7_000, true));
        hall.collect(hall.picture("1", CAMERA, 7_001, false));
        hall.collect(hall.sender.media(Codec.VP8, "1", "", CAMERA, 7_002, false, new byte[0]));
        hall.collect(hall.picture("1", CAMERA, 7_002 + 1, false));
        hall.engine.settle();
        var seen = hall.sequences(hall.viewers.getFirst());
        assertEquals(3, seen.size());
        assertEquals(seen.getFirst() + 2, seen.getLast());
    }

    /// The second lies where the first was kept.
    @Test
    void numbers_that_jump_mix_no_packets() {
        var hall = new Hall();
        hall.handle(hall.picture("1", CAMERA, 7_000, true));
        hall.got.clear();
        hall.collect(hall.picture("1", CAMERA, 7_001, false));
        long far = 7_001 + PacketHistory.VIDEO_PACKETS;
        hall.collect(hall.picture("1", CAMERA, far, false));
        hall.engine.settle();
        var viewer = hall.viewers.getFirst();
        var got = hall.got.getOrDefault(viewer.address, List.of());
        var packet = new RtpPacket();
        assertEquals(1, got.size());
        assertTrue(viewer.open(got.getFirst(), got.getFirst().length, packet));
        assertEquals((byte) (far >> 8), packet.bytes()[packet.payloadAt() + PLACE]);
    }

    /// Two cameras with losses, packets that overtake others, padding, pictures of one packet and of many: one engine
    /// is given each datagram alone, the other collects them and settles when it likes.
    @Test
    void every_viewer_gets_the_same_bytes_as_without_collecting() {
        var alone = new Hall();
        var together = new Hall();
        var random = new Random(3);
        long[] numbers = {7_000, 7_000};
        byte[] late = null;
        for (int i = 0; i < STEPS; i++) {
            int camera = random.nextInt(8) == 0 ? 1 : 0;
            long number = numbers[camera]++;
            boolean marker = random.nextInt(4) == 0;
            byte[] payload = random.nextInt(20) == 0 ? new byte[0] : vp8(number, number == 7_000);
            // Both halls have the same keys: what one sender made is good in the other.
            byte[] datagram = alone.sender.media(
                    Codec.VP8, camera == 0 ? "1" : "2", "", camera == 0 ? CAMERA : SCREEN, number, marker, payload);
            switch (number == 7_000 ? 2 : random.nextInt(10)) {
                case 0 -> {}
                case 1 -> late = datagram;
                default -> {
                    give(alone, together, datagram);
                    if (late != null && random.nextBoolean()) {
                        give(alone, together, late);
                        late = null;
                    }
                }
            }
            if (random.nextInt(3) == 0) {
                together.engine.settle();
                alone.now += STEP_NANOS;
                together.now += STEP_NANOS;
                alone.engine.advance(alone.now);
                together.engine.advance(together.now);
            }
        }
        together.engine.settle();
        for (var viewer : alone.viewers) {
            var expected = alone.got.getOrDefault(viewer.address, List.of());
            var got = together.got.getOrDefault(viewer.address, List.of());
            assertTrue(expected.size() > STEPS / 4, "there was much: " + expected.size());
            assertEquals(expected.size(), got.size());
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(Arrays.toString(expected.get(i)), Arrays.toString(got.get(i)), "packet " + i);
            }
        }
        int less =
                alone.got.getOrDefault(alone.viewers.get(1).address, List.of()).size();
        assertTrue(less < alone.order.size() / VIEWERS, "one of them does without some: " + less);
    }

    private static void give(Hall alone, Hall together, byte[] datagram) {
        alone.handle(datagram);
        together.collect(datagram);
    }
}
