package chat.parley.media.receive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.rtp.Report;
import chat.parley.media.rtp.Rtcp;
import chat.parley.media.rtp.TransportFeedback;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ReceiveTest {
    private static final long MS = 1_000_000L;

    private final NackGenerator nack = new NackGenerator();
    private final int[] due = new int[600];

    @Test
    void numbers_are_counted_on_over_wraps_in_any_order() {
        var random = new Random(1);
        var unwrapper = new Unwrapper();
        long offset = unwrapper.unwrap(65_000) - 65_000;
        for (int i = 65_000; i < 400_000; i++) {
            long number = (long) i - random.nextInt(2000);
            assertEquals(number + offset, unwrapper.unwrap((int) number & 0xffff));
        }
    }

    @Test
    void a_gap_is_asked_for_at_once_and_again_each_round_trip_until_it_is_filled() {
        nack.arrived(65_530, 0);
        nack.arrived(65_537, 0);
        assertEquals(6, nack.due(0, 50 * MS, due));
        assertArrayEquals(new int[] {65_531, 65_532, 65_533, 65_534, 65_535, 0}, Arrays.copyOf(due, 6));
        assertEquals(0, nack.due(49 * MS, 50 * MS, due));
        assertTrue(nack.arrived(65_533, 49 * MS));
        assertFalse(nack.arrived(65_533, 49 * MS));
        assertEquals(5, nack.due(50 * MS, 50 * MS, due));
        nack.forgetBefore(65_535);
        assertEquals(2, nack.due(100 * MS, 50 * MS, due));
    }

    @Test
    void a_packet_is_given_up_after_ten_questions_or_a_second() {
        nack.arrived(1, 0);
        nack.arrived(3, 0);
        int asked = 0;
        for (long now = 0; now < 2000 * MS; now += MS) {
            asked += nack.due(now, 0, due);
        }
        assertEquals(10, asked);
        assertEquals(0, nack.missing());
        assertEquals(1, nack.lost());
        nack.arrived(5, 2000 * MS);
        assertEquals(1, nack.due(2000 * MS, 5000 * MS, due));
        assertEquals(0, nack.due(3000 * MS, 5000 * MS, due));
        assertEquals(0, nack.missing());
    }

    @Test
    void a_long_jump_is_a_new_beginning_and_memory_stays_bounded() {
        nack.arrived(1, 0);
        nack.arrived(50_000, 0);
        assertEquals(0, nack.missing());
        for (int i = 1; i < 100; i++) {
            nack.arrived(50_000 + i * 900L, 0);
        }
        assertEquals(512, nack.missing());
    }

    /// 30 % loss in both directions, 200 ms there and back: a second of asking brings all but a few of a hundred.
    @Test
    void thirty_percent_loss_at_two_hundred_milliseconds_is_repaired() {
        var random = new Random(2);
        var arriving = new HashMap<Long, List<Long>>();
        int sent = 5_000;
        var received = new HashSet<Long>();
        for (long ms = 0; ms < sent + 2_000; ms++) {
            long now = ms * MS;
            if (ms < sent && random.nextInt(100) >= 30) {
                arriving.computeIfAbsent(ms + 100, _ -> new ArrayList<>()).add(ms + 1000);
            }
            for (long number : arriving.getOrDefault(ms, List.of())) {
                received.add(number);
                nack.arrived(number, now);
            }
            int count = nack.due(now, 200 * MS, due);
            for (int i = 0; i < count; i++) {
                if (random.nextInt(100) >= 51) {
                    arriving.computeIfAbsent(ms + 200, _ -> new ArrayList<>()).add((long) due[i]);
                }
            }
        }
        assertTrue(received.size() >= sent * 0.98, received.size() + " of " + sent);
    }

    @Test
    void key_frames_are_asked_for_twice_a_second_until_one_comes() {
        var gate = new KeyframeGate();
        assertFalse(gate.due(0));
        gate.want();
        assertTrue(gate.due(0));
        gate.want();
        assertFalse(gate.due(499 * MS));
        assertTrue(gate.due(500 * MS));
        gate.arrived();
        assertFalse(gate.due(2000 * MS));
        gate.want();
        assertTrue(gate.due(2001 * MS));
    }

    @Test
    void a_report_says_what_was_lost_and_how_it_trembled() {
        var reception = new Reception(7, 48_000);
        var unwrapper = new Unwrapper();
        byte[] block = new byte[Report.BLOCK];
        for (int i = 0; i < 100; i++) {
            if (i % 4 != 1) {
                reception.arrived(unwrapper.unwrap(65_500 + i & 0xffff), i * 960L, i * 20L * MS);
            }
        }
        reception.reported(0x1111_2222_3333_4444L, 2000 * MS);
        reception.write(block, 0, 2500 * MS);
        assertEquals(7, Report.ssrc(block, 0));
        assertEquals(25, Report.lost(block, 0));
        assertEquals(64, Report.fractionLost(block, 0));
        assertEquals((1 << 16) + 63, Report.highest(block, 0));
        assertEquals(0, Report.jitter(block, 0));
        assertEquals(0x2222_3333, Report.lastReport(block, 0));
        assertEquals(32_768, Report.delay(block, 0));
        for (int i = 100; i < 1000; i++) {
            reception.arrived(unwrapper.unwrap(65_500 + i & 0xffff), i * 960L, (i * 20L + (i & 1) * 10L) * MS);
        }
        reception.write(block, 0, 2500 * MS);
        assertEquals(25, Report.lost(block, 0));
        assertEquals(0, Report.fractionLost(block, 0));
        assertEquals(480.0, (double) Report.jitter(block, 0), 2);
    }

    @Test
    void every_arrival_is_told_with_its_time() {
        var random = new Random(4);
        var log = new ArrivalLog();
        var part = new Rtcp();
        byte[] bytes = new byte[1500];
        var truth = new HashMap<Integer, Long>();
        var told = new HashMap<Integer, Long>();
        long now = 5_000 * MS;
        for (int i = 60_000; i < 100_000; i++) {
            now += random.nextInt(1000) == 0 ? 9_000 * MS : random.nextInt(4) * MS;
            if (random.nextInt(10) > 0) {
                truth.put(i, now);
                log.arrived(i & 0xffff, now);
            }
            if (i % 50 == 0) {
                tell(log, part, bytes, told, i);
            }
        }
        tell(log, part, bytes, told, 100_000);
        assertEquals(truth.keySet(), told.keySet());
        truth.forEach((number, at) ->
                assertTrue(Math.abs(at - told.getOrDefault(number, 0L)) < TransportFeedback.TICK_NANOS, "" + number));
        assertFalse(log.hasNews());
    }

    private static void tell(ArrivalLog log, Rtcp part, byte[] bytes, Map<Integer, Long> told, int newest) {
        for (int length = log.write(bytes, 0, 1, 2); length > 0; length = log.write(bytes, 0, 1, 2)) {
            assertTrue(length < 1400);
            part.begin(bytes, 0, length);
            assertTrue(part.next());
            long reference = TransportFeedback.reference(part) * TransportFeedback.REFERENCE_NANOS;
            assertTrue(TransportFeedback.read(part, (sequence, nanos) -> {
                if (nanos >= 0) {
                    told.put(newest + (short) (sequence - newest), reference + nanos);
                }
            }));
        }
    }

    @Test
    void history_keeps_the_newest_and_nothing_too_long() {
        var history = new PacketHistory(64);
        for (int i = 1; i <= 100; i++) {
            history.put(i, new byte[] {9, (byte) i, 9}, 1, 1);
        }
        assertNull(history.find(36));
        byte[] found = history.find(37);
        assertTrue(found != null && found[0] == 37 && history.length(37) == 1);
        history.put(36, new byte[1], 0, 1);
        assertNull(history.find(36), "an old packet does not push a new one out");
        history.put(200, new byte[2000], 0, 2000);
        assertNull(history.find(200));
    }

    @Test
    void history_of_sound_knows_what_came_and_keeps_nothing_of_it() {
        var history = PacketHistory.ofNumbers(64);
        for (int i = 1; i <= 100; i++) {
            assertFalse(history.has(i), "before it came");
            history.put(i, new byte[3], 1, 1);
        }
        for (int i = 37; i <= 100; i++) {
            assertTrue(history.has(i), "the last 64");
            assertNull(history.find(i));
        }
        history.put(36, new byte[1], 0, 1);
        assertFalse(history.has(36), "an old packet does not push a new one out");
    }
}
