package chat.parley.media.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AudioGateTest {
    private static final long MS = 1_000_000L;

    @Test
    void a_hundred_open_microphones_are_a_few_voices() {
        var random = new Random(7);
        var gate = new AudioGate(5);
        int forwarded = 0;
        for (long ms = 0; ms < 10_000; ms += 20) {
            for (int speaker = 0; speaker < 100; speaker++) {
                int level = speaker < 3 ? 20 + random.nextInt(10) : 60 + random.nextInt(40);
                forwarded += gate.admit(speaker, level, ms * MS) ? 1 : 0;
            }
            assertTrue(gate.speakers().length <= 5);
        }
        assertTrue(gate.heard(0) && gate.heard(1) && gate.heard(2));
        assertTrue(forwarded <= 500 * 8, "" + forwarded);
    }

    @Test
    void a_loud_newcomer_is_heard_at_once_and_a_silent_one_never() {
        var gate = new AudioGate(2);
        assertTrue(gate.admit(1, 40, 0));
        assertTrue(gate.admit(2, 50, 0));
        assertFalse(gate.admit(3, 127, 0));
        assertFalse(gate.admit(3, 48, 0));
        assertTrue(gate.admit(3, 20, MS));
        assertFalse(gate.heard(2));
        assertTrue(gate.admit(1, 127, 100 * MS), "words are not cut");
        gate.leave(1);
        assertTrue(gate.admit(4, 60, 100 * MS));
        var seen = new HashSet<Integer>();
        for (int speaker : gate.speakers()) {
            seen.add(speaker);
        }
        assertEquals(Set.of(3, 4), seen);
    }

    @Test
    void a_crowd_hears_three_and_five_again_when_people_have_left() {
        var room = new Room("hall");
        var gate = room.gate();
        for (int i = 0; i < 50; i++) {
            room.enter();
        }
        for (int speaker = 0; speaker < 6; speaker++) {
            assertEquals(speaker < 5, gate.admit(speaker, 40 + speaker, 0), () -> "fifty are no crowd");
        }
        room.enter();
        for (long ms = 20; ms <= 40; ms += 20) {
            for (int speaker = 4; speaker >= 0; speaker--) {
                gate.admit(speaker, 40 + speaker, ms * MS);
            }
        }
        assertTrue(gate.heard(0) && gate.heard(1) && gate.heard(2), "the loudest stay");
        assertEquals(3, gate.speakers().length);
        assertFalse(gate.admit(3, 41, 60 * MS));
        assertTrue(gate.admit(5, 10, 60 * MS), "who is louder gets in");
        assertFalse(gate.heard(2));
        assertEquals(3, gate.speakers().length);
        assertFalse(room.leave());
        assertTrue(gate.admit(3, 41, 80 * MS));
        assertTrue(gate.admit(4, 42, 80 * MS));
        assertFalse(gate.admit(2, 42, 80 * MS));
    }
}
