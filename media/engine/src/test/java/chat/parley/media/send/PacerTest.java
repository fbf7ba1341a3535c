package chat.parley.media.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PacerTest {
    private static final long MS = 1_000_000L;
    private final Pacer pacer = new Pacer();

    @Test
    void a_key_frame_leaves_at_two_and_a_half_times_the_estimate_and_in_order() {
        pacer.rate(1_000_000);
        long now = 1_000 * MS;
        int waiting = 0;
        for (int i = 0; i < 100; i++) {
            if (!pacer.passes(1_200, now)) {
                var held = new Pacer.Held();
                held.length = 1_200;
                held.number = i;
                pacer.hold(held);
                waiting++;
            }
        }
        assertEquals(90, waiting, "ten go at once");
        long begun = now;
        long expected = 10;
        while (!pacer.idle()) {
            now += 5 * MS;
            for (var held = pacer.next(now); held != null; held = pacer.next(now)) {
                assertEquals(expected++, held.number);
            }
        }
        assertEquals(100, expected);
        long millis = (now - begun) / MS;
        assertTrue(millis >= 335 && millis <= 360, "108 kB at 2.5 Mbit/s took " + millis);
    }

    @Test
    void nothing_waits_as_long_as_nothing_is_known() {
        for (int i = 0; i < 1_000; i++) {
            assertTrue(pacer.passes(1_200, MS));
        }
    }

    @Test
    void who_comes_later_waits_behind_those_who_wait() {
        pacer.rate(100_000);
        while (pacer.passes(1_200, MS)) {
            // Until the bucket is empty.
        }
        pacer.hold(new Pacer.Held());
        assertFalse(pacer.passes(1, 10_000 * MS));
    }
}
