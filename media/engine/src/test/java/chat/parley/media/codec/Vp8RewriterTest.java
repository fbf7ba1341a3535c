package chat.parley.media.codec;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.wire.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Whatever is lost, late or doubled on the way to us, and whatever layers are left out: the receiver's picture
/// ids name the same pictures in the same order, and have gaps only where pictures were lost.
final class Vp8RewriterTest {
    private static final int PICTURES = 3_000;

    private final Vp8Descriptor descriptor = new Vp8Descriptor();

    @Test
    void without_loss_there_is_no_gap_whatever_is_switched_and_left_out() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var rewriter = new Vp8Rewriter();
            var source = new Source(random);
            int expected = -1;
            for (int i = 0; i < PICTURES; i++) {
                if (random.nextInt(200) == 0) {
                    source = new Source(random);
                    rewriter.switchSource();
                }
                boolean forwarded = source.next() || random.nextBoolean();
                byte[] sent = source.packet();
                int id = write(rewriter, sent, forwarded);
                if (!forwarded) {
                    assertEquals(-1, id);
                    continue;
                }
                expected = expected < 0 ? id : expected + 1 & 0x7fff;
                assertEquals(expected, id, "seed " + seed + " picture " + i);
            }
        }
    }

    @Test
    void base_pictures_count_on_across_switches() {
        var random = new Random(5);
        var rewriter = new Vp8Rewriter();
        var source = new Source(random);
        int expected = -1;
        int key = -1;
        for (int i = 0; i < PICTURES; i++) {
            if (i % 100 == 0) {
                source = new Source(random);
                rewriter.switchSource();
            }
            boolean base = source.next();
            byte[] sent = source.packet();
            assertTrue(write(rewriter, sent, true) >= 0);
            assertTrue(descriptor.read(sent, 0, sent.length));
            if (base) {
                expected = expected < 0 ? descriptor.tl0PictureIndex() : expected + 1 & 0xff;
            }
            assertEquals(expected, descriptor.tl0PictureIndex());
            if (i % 100 == 0 && key >= 0) {
                assertEquals(key + 1 & 0x1f, descriptor.keyIndex());
            }
            key = descriptor.keyIndex();
        }
    }

    @Test
    void loss_reordering_and_duplicates_keep_every_picture_its_own_number() {
        for (long seed = 0; seed < 30; seed++) {
            hostile(new Random(seed), seed);
        }
    }

    private void hostile(Random random, long seed) {
        var rewriter = new Vp8Rewriter();
        var source = new Source(random);
        var numbers = new TreeMap<Integer, Integer>();
        var arrivals = arrivals(random);
        var packets = new HashMap<Integer, byte[]>();
        for (int i = 0; i < PICTURES; i++) {
            source.next();
            packets.put(i, source.packet());
        }
        int unwrapped = -1;
        for (int picture : arrivals) {
            int id = write(rewriter, requireNonNull(packets.get(picture)).clone(), true);
            if (id < 0) {
                continue;
            }
            unwrapped = unwrapped < 0 ? id + (1 << 20) : unwrapped + ((id - unwrapped) << 17 >> 17);
            var before = numbers.putIfAbsent(picture, unwrapped);
            assertTrue(before == null || before == unwrapped, "seed " + seed + " picture " + picture);
        }
        int last = -1;
        int lastPicture = -1;
        for (var entry : numbers.entrySet()) {
            if (last >= 0) {
                assertEquals(entry.getKey() - lastPicture, entry.getValue() - last, "seed " + seed);
            }
            last = entry.getValue();
            lastPicture = entry.getKey();
        }
        assertTrue(numbers.size() > PICTURES / 2);
    }

    /// The pictures in the order in which their packets arrive: each at least once unless it is lost.
    private static List<Integer> arrivals(Random random) {
        record Arrival(double at, int picture) {}
        var list = new ArrayList<Arrival>();
        for (int i = 0; i < PICTURES; i++) {
            for (int copy = 0; copy < 3; copy++) {
                if (random.nextInt(100) >= 30) {
                    list.add(new Arrival(i + random.nextDouble() * 20, i));
                }
            }
        }
        list.sort((a, b) -> Double.compare(a.at, b.at));
        return list.stream().map(Arrival::picture).toList();
    }

    @Test
    void a_picture_that_was_left_out_is_not_sent_when_its_second_packet_comes_late() {
        var rewriter = new Vp8Rewriter();
        var source = new Source(new Random(1));
        source.next();
        assertTrue(write(rewriter, source.packet(), true) >= 0);
        for (int i = 0; i < 300; i++) {
            source.next();
            assertTrue(write(rewriter, source.packet(), true) >= 0);
        }
        var old = new Source(new Random(1));
        old.next();
        assertFalse(write(rewriter, old.packet(), true) >= 0, "older than the window");
    }

    private int write(Vp8Rewriter rewriter, byte[] packet, boolean forwarded) {
        assertTrue(descriptor.read(packet, 0, packet.length));
        if (!rewriter.rewrite(descriptor, packet, 0, forwarded)) {
            return -1;
        }
        return Bytes.u16(packet, 2) & 0x7fff;
    }

    /// A camera with two temporal layers that begins anywhere.
    private static final class Source {
        private int picture;
        private int tl0;
        private final int key;
        private boolean base = true;

        Source(Random random) {
            picture = random.nextInt(1 << 15);
            tl0 = random.nextInt(256);
            key = random.nextInt(32);
            base = false;
        }

        /// True when the picture belongs to the base layer.
        boolean next() {
            picture = picture + 1 & 0x7fff;
            base = !base;
            tl0 = tl0 + (base ? 1 : 0) & 0xff;
            return base;
        }

        byte[] packet() {
            byte[] bytes = {(byte) 0x90, (byte) 0xf0, 0, 0, (byte) tl0, (byte) ((base ? 0 : 0x40) | key), 1};
            Bytes.put16(bytes, 2, 0x8000 | picture);
            return bytes;
        }
    }
}
