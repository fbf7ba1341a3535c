package chat.parley.media.net.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class DelaysTest {
    @Test
    void a_percentile_is_at_most_a_thirty_second_too_long() {
        var random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            long nanos = random.nextLong(1L << (1 + random.nextInt(50)));
            var delays = new Delays();
            delays.add(nanos, nanos, 3);
            delays.add(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, 1);
            long told = delays.percentile(75);
            assertTrue(told >= nanos && told <= nanos + nanos / 32 + 1, nanos + " became " + told);
        }
    }

    @Test
    void the_longest_is_exact_and_nothing_is_zero() {
        var delays = new Delays();
        assertEquals(0, delays.percentile(99));
        delays.add(1_234_567, 1_234_567, 10);
        delays.add(500, 500, 90);
        assertEquals(1_234_567, delays.percentile(100));
        assertEquals(1_234_567, delays.longest());
        assertTrue(delays.percentile(90) <= 516);
        assertEquals(100, delays.packets());
    }

    @Test
    void steps_hold_what_stayed_no_longer() {
        var delays = new Delays();
        delays.add(9_000, 9_000, 5);
        delays.add(60_000, 60_000, 2);
        assertEquals(0, delays.packetsWithin(8_999));
        assertEquals(5, delays.packetsWithin(9_300));
        assertEquals(5, delays.packetsWithin(59_999));
        assertEquals(7, delays.packetsWithin(70_000));
        assertTrue(delays.sum() >= 165_000 && delays.sum() <= 165_000 * 33 / 32.0, () -> "" + delays.sum());
    }

    @Test
    void of_packets_that_leave_together_each_has_its_own_moment() {
        var delays = new Delays();
        delays.add(1_000_000, 2_000_000, 4);
        assertEquals(0, delays.packetsWithin(1_249_999));
        assertEquals(1, delays.packetsWithin(1_300_000));
        assertEquals(2, delays.packetsWithin(1_560_000));
        assertEquals(3, delays.packetsWithin(1_830_000));
        assertEquals(4, delays.packetsWithin(2_070_000));
        assertEquals(2_000_000, delays.longest());
        assertEquals(4, delays.packets());
    }

    @Test
    void moments_are_told_apart_and_loops_together() {
        var delays = new Delays();
        delays.add(100, 100, 5);
        var before = delays.copy();
        delays.add(10_000, 10_000, 2);
        assertEquals(2, delays.since(before).packets());
        assertEquals(12, delays.plus(before).packets());
    }
}
