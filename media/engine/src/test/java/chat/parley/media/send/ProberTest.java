package chat.parley.media.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ProberTest {
    private static final long MS = 1_000_000L;
    private final Prober prober = new Prober();
    private long now;

    @Test
    void padding_fills_up_to_the_rate() {
        assertFalse(prober.begin(300_000, 300_000, 200_000, 0), "nobody wants more");
        assertTrue(prober.begin(300_000, 300_000, 800_000, 0));
        int padding = 0;
        for (long ms = 5; ; ms += 5) {
            int due = prober.due(ms * MS);
            padding += due;
            prober.sent(due);
            if (prober.ended(ms * MS)) {
                break;
            }
        }
        assertEquals(900_000 / 8 * 40 / 1000, padding, 10);
    }

    @Test
    void what_does_not_help_is_done_more_and_more_seldom() {
        int probes = 0;
        for (long ms = 0; ms < 120_000; ms += 5) {
            probes += prober.begin(300_000, 300_000, 2_000_000, ms * MS) ? 1 : 0;
            prober.ended(ms * MS);
        }
        assertTrue(probes >= 6 && probes <= 14, "" + probes);
    }

    @Test
    void the_next_one_comes_soon_after_one_that_helped_or_when_the_line_fell() {
        long estimate = 300_000;
        assertEquals(0, rest(estimate));
        for (int i = 0; i < 6; i++) {
            estimate *= 2;
            assertEquals(300, rest(estimate), "helped");
        }
        assertEquals(1_500, rest(estimate));
        assertEquals(3_000, rest(estimate));
        assertEquals(6_000, rest(estimate));
        prober.fell();
        assertEquals(1_500, rest(estimate / 3));
        assertEquals(300, rest(estimate));
    }

    /// Milliseconds until the next one begins.
    private long rest(long estimate) {
        long beganAt = now;
        while (!prober.begin(estimate, 300_000, 1_000_000_000, now * MS)) {
            now++;
            prober.ended(now * MS);
        }
        return now - beganAt;
    }
}
