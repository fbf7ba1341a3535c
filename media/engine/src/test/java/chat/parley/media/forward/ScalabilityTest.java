package chat.parley.media.forward;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Frame;
import chat.parley.media.receive.Layer;
import chat.parley.media.rtp.RtpPacket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Layers inside one stream, of VP9 and of AV1, for a subscriber whose wishes change all the time. A decoder
/// that knows what each frame needs says whether it could show what was sent.
final class ScalabilityTest {
    private static final long PICTURE_NANOS = 33_000_000L;

    private final RtpPacket packet = new RtpPacket();
    private final Frame frame = new Frame();
    private final Map<Long, LayeredStream.Packet> sent = new HashMap<>();
    private final Map<Long, Boolean> markers = new HashMap<>();
    private LayeredStream stream = new LayeredStream(Codec.VP9, false);
    private Layer layer = new Layer(Codec.VP9, 0, 77);
    private DownTrack down = new DownTrack(Codec.VP9, 1, 2, 500);
    private long now;

    static Stream<Arguments> streams() {
        return Stream.of(Codec.VP9, Codec.AV1)
                .flatMap(codec -> Stream.of(false, true)
                        .flatMap(key -> Stream.of(1, 2, 3).map(seed -> Arguments.of(codec, key, seed))));
    }

    private void begin(Codec codec, boolean onlyKey) {
        stream = new LayeredStream(codec, onlyKey);
        layer = new Layer(codec, 0, 77);
        down = new DownTrack(codec, 1, 2, 500);
        sent.clear();
        markers.clear();
        now = 1_000_000_000L;
    }

    /// The engine's part: what `Incoming` does with a packet.
    private void offer(LayeredStream.Packet it) {
        assertTrue(packet.read(it.bytes(), 0, it.length()));
        assertTrue(frame.read(layer.codec(), packet, layer.structure()));
        long number = layer.arrived(packet, now);
        if (number < 0) {
            return;
        }
        if (frame.keyframe()) {
            layer.keyframe(number, frame.dependency().attached());
        }
        if (down.accept(layer, packet, number, frame, now)) {
            assertFalse(sent.containsKey(down.number()), "a number is given once");
            sent.put(down.number(), it);
            markers.put(down.number(), down.marker(packet, frame));
        }
    }

    private Set<Integer> complete() {
        var parts = new HashMap<Integer, Integer>();
        sent.values().forEach(it -> parts.merge(it.frame().number(), 1, Integer::sum));
        var whole = new HashSet<Integer>();
        parts.forEach((number, count) -> {
            if (count == 2) {
                whole.add(number);
            }
        });
        return whole;
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everything_that_is_sent_can_be_shown_whatever_is_wished(Codec codec, boolean onlyKey, int seed) {
        begin(codec, onlyKey);
        var random = new Random(seed);
        var wishes = new HashMap<Integer, int[]>();
        int[] wish = {2, 2};
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(20) == 0) {
                wish = new int[] {random.nextInt(3), random.nextInt(3)};
            }
            down.choice().want(0, wish[1]);
            down.choice().wantSpatial(wish[0]);
            boolean key = i == 0 || (down.choice().awaitsSpatial(LayeredStream.SPATIAL) && random.nextInt(5) == 0);
            var packets = stream.picture(key);
            wishes.put(packets.getFirst().frame().picture(), wish);
            packets.forEach(this::offer);
            now += PICTURE_NANOS;
        }
        long first = sent.keySet().stream().min(Long::compare).orElseThrow();
        var shown = new HashSet<Integer>();
        var top = new HashMap<Integer, Integer>();
        var whole = complete();
        for (long number = first; number < first + sent.size(); number++) {
            var it = requireNonNull(sent.get(number), "no gap");
            assertTrue(shown.containsAll(it.frame().needs()), "cannot be shown: " + it.frame());
            assertTrue(whole.contains(it.frame().number()), "cut: " + it.frame());
            if (it.last()) {
                shown.add(it.frame().number());
            }
            top.merge(it.frame().picture(), it.frame().spatial(), Math::max);
        }
        marked(first);
        int pleased = 0;
        for (var picture : top.entrySet()) {
            pleased += picture.getValue() == requireNonNull(wishes.get(picture.getKey()))[0] ? 1 : 0;
        }
        assertTrue(pleased > 0.7 * top.size(), pleased + " of " + top.size());
        assertTrue(top.size() > 900, "pictures: " + top.size());
    }

    /// The last packet of each picture, and no other, ends it.
    private void marked(long first) {
        for (long number = first; number < first + sent.size() - 1; number++) {
            var it = requireNonNull(sent.get(number)).frame();
            boolean ends =
                    it.picture() != requireNonNull(sent.get(number + 1)).frame().picture();
            assertEquals(ends, markers.get(number), "the end of a picture at " + it);
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void loss_reordering_and_duplicates_neither_mix_numbers_nor_stop_it(Codec codec, boolean onlyKey, int seed) {
        begin(codec, onlyKey);
        var random = new Random(seed);
        List<LayeredStream.Packet> road = new ArrayList<>();
        Map<Long, Long> origin = new HashMap<>();
        for (int i = 0; i < 1_500; i++) {
            down.choice().want(0, random.nextInt(3));
            down.choice().wantSpatial(random.nextInt(40) == 0 ? random.nextInt(3) : 2);
            for (var it : stream.picture(i % 50 == 0)) {
                if (i > 0 && random.nextInt(10) == 0) {
                    // Lost; every second one comes again later.
                    if (random.nextBoolean()) {
                        road.add(Math.min(road.size(), 6), it);
                    }
                    continue;
                }
                road.add(random.nextInt(8) == 0 && i > 0 ? Math.max(0, road.size() - 2) : road.size(), it);
                if (random.nextInt(20) == 0) {
                    road.add(it);
                }
            }
            while (road.size() > (i == 0 ? 0 : 12)) {
                offer(road.removeFirst());
            }
            now += PICTURE_NANOS;
        }
        for (var it : sent.entrySet()) {
            Long before = origin.put(it.getValue().sequence(), it.getKey());
            assertTrue(before == null, "sent twice: " + it.getValue().frame());
        }
        // Numbers keep the order of the source.
        var order = sent.keySet().stream()
                .sorted()
                .map(it -> requireNonNull(sent.get(it)).sequence())
                .toList();
        assertEquals(order.stream().sorted().toList(), order);
        var last = sent.values().stream().mapToInt(it -> it.frame().picture()).max();
        assertTrue(last.orElseThrow() > 1_490, "it goes on to the end");
    }
}
