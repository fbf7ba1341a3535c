package chat.parley.media.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.receive.Layer;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ForwardTest {
    private static final long MS = 1_000_000L;

    @Test
    void what_is_left_out_leaves_no_gap_and_switches_continue_the_count() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var numbers = new Renumbering(70_000);
            long source = random.nextInt(65_536);
            numbers.switchSource(source);
            long expected = 70_000;
            for (int i = 0; i < 20_000; i++) {
                if (random.nextInt(500) == 0) {
                    source = random.nextInt(200_000);
                    numbers.switchSource(source);
                }
                boolean forwarded = random.nextInt(3) > 0;
                long number = numbers.give(source, forwarded);
                assertEquals(forwarded ? ++expected : Renumbering.NONE, number, "seed " + seed + " packet " + i);
                assertEquals(number, numbers.give(source, forwarded), "the same packet again");
                if (forwarded) {
                    assertEquals(source, numbers.originOf((int) number & 0xffff));
                }
                source++;
            }
        }
    }

    @Test
    void under_loss_reordering_and_duplication_every_packet_keeps_its_place() {
        for (long seed = 0; seed < 20; seed++) {
            shuffled(seed);
        }
    }

    private static void shuffled(long seed) {
        record Arrival(double at, long number) {}
        var random = new Random(seed);
        var arrivals = new ArrayList<Arrival>();
        for (long number = 100_000; number < 105_000; number++) {
            for (int copy = random.nextInt(3); copy > 0; copy--) {
                arrivals.add(new Arrival(number + random.nextDouble() * 60, number));
            }
        }
        arrivals.sort((a, b) -> Double.compare(a.at, b.at));
        var numbers = new Renumbering(5_000_000);
        numbers.switchSource(arrivals.getFirst().number);
        var given = new TreeMap<Long, Long>();
        for (var arrival : arrivals) {
            long out = numbers.give(arrival.number, true);
            if (arrival.number < arrivals.getFirst().number) {
                assertEquals(Renumbering.NONE, out, "before the key frame");
                continue;
            }
            var before = given.putIfAbsent(arrival.number, out);
            assertTrue(before == null || before == out, "seed " + seed);
            assertEquals(arrival.number, numbers.originOf((int) out & 0xffff));
        }
        long difference = given.firstEntry().getValue() - given.firstKey();
        given.forEach((in, out) -> assertEquals(difference, out - in, "seed " + seed));
    }

    @Test
    void what_was_left_out_cannot_be_asked_for() {
        var numbers = new Renumbering(0);
        numbers.switchSource(10);
        assertEquals(1, numbers.give(10, true));
        assertEquals(Renumbering.NONE, numbers.give(11, false));
        assertEquals(2, numbers.give(12, true));
        assertEquals(10, numbers.originOf(1));
        assertEquals(12, numbers.originOf(2));
        assertEquals(Renumbering.NONE, numbers.originOf(3));
        numbers.switchSource(500);
        assertEquals(3, numbers.give(500, true));
        assertEquals(Renumbering.NONE, numbers.originOf(2), "of another source");
        assertEquals(Renumbering.NONE, numbers.give(499, true));
    }

    /// Nothing is cleared at a switch, so sources that count alike must not be taken for each other.
    @Test
    void only_what_the_present_source_sent_can_be_asked_for() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var numbers = new Renumbering(70_000, 16);
            var origins = new TreeMap<Long, Long>();
            long source = -1;
            for (int i = 0; i < 20_000; i++) {
                if (source < 0 || random.nextInt(12) == 0) {
                    source = random.nextInt(24);
                    numbers.switchSource(source);
                    origins.clear();
                }
                source += random.nextInt(10) == 0 ? random.nextInt(5) : 1;
                boolean forwarded = random.nextInt(3) > 0;
                long number = numbers.give(source, forwarded);
                if (forwarded) {
                    origins.put(number, source);
                }
                for (long out = numbers.last() - 15; out <= numbers.last(); out++) {
                    long origin = numbers.originOf((int) out & 0xffff);
                    var was = origins.get(out);
                    if (was != null && was > source - 16) {
                        assertEquals(was, origin, "seed " + seed + " packet " + i);
                    } else if (origin != Renumbering.NONE) {
                        assertTrue(origin < source && origin > source - 16, "a gap that may be filled late");
                        assertEquals(out, numbers.give(origin, true), "seed " + seed + " packet " + i);
                    }
                }
            }
        }
    }

    @Test
    void timestamps_are_brought_together_by_sender_reports() {
        var small = new Layer(Codec.VP8, 0, 1);
        var large = new Layer(Codec.VP8, 1, 2);
        long second = 1L << 32;
        small.reported(100 * second, 1_000, 0);
        large.reported(100 * second, 4_000_000_000L, 0);
        var timeline = new Timeline();
        timeline.begin(1_000, 1_000, 0);
        assertEquals(91_000, timeline.of(91_000, 1000 * MS));
        // The large one's picture of one and a half seconds after the report.
        timeline.switchTo(small, 91_000, large, 4_000_135_000L, 1500 * MS);
        assertEquals(136_000, timeline.of(4_000_135_000L, 1500 * MS));
        assertEquals(139_000, timeline.of(4_000_138_000L, 1533 * MS));
    }

    @Test
    void timestamps_never_go_back_nor_run_away() {
        var random = new Random(6);
        var layers = new Layer[] {new Layer(Codec.VP8, 0, 1), new Layer(Codec.VP8, 1, 2)};
        var timeline = new Timeline();
        long[] offsets = {random.nextInt() & 0xffff_ffffL, random.nextInt() & 0xffff_ffffL};
        timeline.begin(offsets[0], 0, 0);
        int at = 0;
        long before = -1;
        for (long ms = 0; ms < 600_000; ms += 33) {
            long timestamp = offsets[at] + ms * 90 & 0xffff_ffffL;
            if (random.nextInt(60) == 0) {
                long lastOfOld = offsets[at] + (ms - 33) * 90 & 0xffff_ffffL;
                var old = layers[at];
                at ^= 1;
                timestamp = offsets[at] + ms * 90 & 0xffff_ffffL;
                // Wrong reports now and then.
                layers[at].reported(random.nextLong() | 1, random.nextInt() & 0xffff_ffffL, ms * MS);
                timeline.switchTo(old, lastOfOld, layers[at], timestamp, ms * MS);
            }
            timeline.of(timestamp, ms * MS);
            assertTrue(timeline.last() > before, "at " + ms);
            before = timeline.last();
        }
        assertTrue(Math.abs(before - 600_000 * 90) < 600_000 * 45, "it is near the time that passed: " + before);
    }
}
