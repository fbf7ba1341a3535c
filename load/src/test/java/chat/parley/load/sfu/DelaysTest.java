package chat.parley.load.sfu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.load.sfu.unit.Stamp;
import org.junit.jupiter.api.Test;

final class DelaysTest {
    private static final long MS = 1_000_000;
    private static final int AT = 12;

    private final Delays delays = new Delays();
    private final byte[] bytes = new byte[100];

    private void came(int number, int round, long late) {
        byte[] payload = new byte[bytes.length - AT];
        Stamp.write(payload, 5 * MS, number, round);
        System.arraycopy(payload, 0, bytes, AT, payload.length);
        delays.note(bytes, AT, payload.length, 5 * MS + late);
    }

    @Test
    void how_late_packets_are_and_how_late_the_last_to_get_each() {
        int round = delays.begin();
        for (int listener = 1; listener <= 10; listener++) {
            came(0, round, listener * MS);
            came(1, round, 2L * listener * MS);
        }
        assertEquals(20, delays.count());
        assertEquals(7, delays.percentileMs(50), 0.1);
        assertEquals(20, delays.percentileMs(100), 0.1);
        assertEquals(10, delays.lastMs(50), 0.1);
        assertEquals(20, delays.lastMs(99), 0.1);
    }

    @Test
    void what_is_of_another_round_does_not_count() {
        int first = delays.begin();
        came(0, first, MS);
        int second = delays.begin();
        came(0, first, 100 * MS);
        came(0, second, MS);
        assertEquals(1, delays.count());
        assertEquals(1, delays.percentileMs(100), 0.1);
    }

    @Test
    void nothing_counts_before_the_first_round_and_no_probe_does_ever() {
        came(0, 0, MS);
        int round = delays.begin();
        came(-1, round, MS);
        came(Integer.MAX_VALUE, round, MS);
        delays.note(bytes, AT, 20, MS);
        assertEquals(0, delays.count());
    }

    @Test
    void a_clock_that_went_back_makes_nothing_negative() {
        int round = delays.begin();
        came(0, round, -MS);
        assertEquals(1, delays.count());
        assertEquals(0, delays.percentileMs(50), 0.001);
    }
}
