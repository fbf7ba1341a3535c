package chat.parley.media.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FloorTest {
    private static final long MS = 1_000_000L;
    private final Floor floor = new Floor();

    @Test
    void who_speaks_first_has_the_floor_and_keeps_it_in_silence() {
        assertEquals(Floor.NOBODY, floor.holder());
        assertTrue(floor.claim(1, 80, 0));
        assertFalse(floor.claim(1, 80, 20 * MS));
        assertEquals(1, floor.holder());
        assertTrue(floor.claim(2, 60, 5_000 * MS), "the other is silent by now");
        floor.leave(2);
        assertEquals(Floor.NOBODY, floor.holder());
    }

    @Test
    void who_is_clearly_louder_for_a_while_takes_it() {
        assertTrue(floor.claim(1, 60, 0));
        long taken = -1;
        for (long ms = 0; ms < 3_000 && taken < 0; ms += 20) {
            assertFalse(floor.claim(1, 60, ms * MS));
            assertFalse(floor.claim(3, 63, ms * MS), "hardly louder");
            if (floor.claim(2, 80, ms * MS)) {
                taken = ms;
            }
        }
        assertTrue(taken >= 800 && taken <= 1_400, "after " + taken);
    }

    @Test
    void however_many_shout_it_changes_at_most_twice_a_second() {
        var random = new Random(1);
        int changes = 0;
        for (long ms = 0; ms < 60_000; ms += 20) {
            for (int speaker = 0; speaker < 50; speaker++) {
                changes += random.nextBoolean() && floor.claim(speaker, random.nextInt(100), ms * MS) ? 1 : 0;
            }
        }
        assertTrue(changes > 0 && changes <= 121, "" + changes);
    }
}
