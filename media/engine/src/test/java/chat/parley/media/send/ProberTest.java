package chat.parley.media.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ProberTest {
    private static final long MS = 1_000_000L;
    private final Prober prober = new Prober();

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
}
