package chat.parley.media.rtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.testing.Hex;
import chat.parley.media.testing.Hostile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RtcpTest {
    private final Rtcp part = new Rtcp();
    private final byte[] bytes = new byte[2000];

    @Test
    void a_compound_packet_is_read_part_by_part() {
        int length = compound();
        part.begin(bytes, 5, length);
        assertTrue(part.next());
        assertTrue(part.isSenderReport());
        assertEquals(0x0102_0304_0506_0708L, part.ntp());
        assertEquals(0xffff_fffeL, part.rtpTime());
        assertEquals(0, part.blocks());
        assertTrue(part.next());
        assertEquals(Rtcp.RECEIVER_REPORT, part.type());
        assertEquals(1, part.blocks());
        int block = part.blockAt(0);
        assertEquals(42, Report.ssrc(bytes, block));
        assertEquals(128, Report.fractionLost(bytes, block));
        assertEquals(-3, Report.lost(bytes, block));
        assertEquals(0x1_0005, Report.highest(bytes, block));
        assertEquals(99, Report.jitter(bytes, block));
        assertEquals(0x1122_3344, Report.lastReport(bytes, block));
        assertEquals(65536, Report.delay(bytes, block));
        assertTrue(part.next());
        assertEquals(Rtcp.SOURCE_DESCRIPTION, part.type());
        assertTrue(part.next());
        assertEquals(Rtcp.BYE, part.type());
        assertFalse(part.next());
    }

    @Test
    void a_nack_is_the_set_of_its_numbers() {
        var random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int start = random.nextInt(65536);
            var offsets = new TreeSet<Integer>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                offsets.add(random.nextInt(200));
            }
            int[] missing = offsets.stream().mapToInt(it -> start + it & 0xffff).toArray();
            int length = Nack.write(bytes, 0, 1, 2, missing, missing.length);
            part.begin(bytes, 0, length);
            assertTrue(part.next());
            assertEquals(Rtcp.NACK, part.format());
            assertEquals(2, part.mediaSsrc());
            var read = new ArrayList<Integer>();
            Nack.read(part, read::add);
            assertEquals(Arrays.stream(missing).boxed().toList(), read);
        }
    }

    /// Three packets of 17 after the first: one in the mask, one beyond it.
    @Test
    void the_mask_of_rfc_4585_begins_behind_its_number() {
        part.begin(Hex.bytes("81cd0003 00000001 00000002 ffff8001"), 0, 16);
        assertTrue(part.next());
        var read = new ArrayList<Integer>();
        Nack.read(part, read::add);
        assertEquals(List.of(0xffff, 0, 15), read);
    }

    @Test
    void key_frame_requests_and_estimates_are_read() {
        part.begin(bytes, 0, Feedback.writePli(bytes, 0, 1, 2));
        assertTrue(part.next() && part.type() == Rtcp.PAYLOAD_FEEDBACK && part.format() == Rtcp.PLI);
        assertEquals(2, part.mediaSsrc());
        part.begin(bytes, 0, Feedback.writeFir(bytes, 0, 1, 77, 200));
        assertTrue(part.next() && part.format() == Rtcp.FIR);
        assertEquals(1, Feedback.firEntries(part));
        assertEquals(77, Feedback.firSsrc(part, 0));
        assertEquals(200, Feedback.firNumber(part, 0));
        for (long rate : new long[] {0, 1, 30_000, 262_143, 262_144, 2_500_000, 10_000_000_000L}) {
            part.begin(bytes, 0, Feedback.writeRemb(bytes, 0, 1, 2, rate));
            assertTrue(part.next() && part.format() == Rtcp.APPLICATION);
            long read = Feedback.remb(part);
            assertTrue(read <= rate && read >= rate * 0.9999, rate + " became " + read);
        }
    }

    @Test
    void arrivals_are_told_exactly() {
        var random = new Random(2);
        for (int round = 0; round < 1000; round++) {
            int count = 1 + random.nextInt(200);
            long[] ticks = new long[count];
            long time = random.nextInt(256);
            for (int i = 0; i < count; i++) {
                time += random.nextInt(10) == 0 ? random.nextInt(3_000) : random.nextInt(40);
                ticks[i] = random.nextInt(4) == 0 ? -1 : Math.max(0, time - random.nextInt(8));
            }
            int base = random.nextInt(65536);
            int reference = random.nextInt(1 << 24) - (1 << 23);
            var told = new TransportFeedback.Told(base, count, reference, round & 0xff);
            int length = TransportFeedback.write(bytes, 0, 1, 2, told, ticks);
            part.begin(bytes, 0, length);
            assertTrue(part.next());
            assertEquals(base, TransportFeedback.baseSequence(part));
            assertEquals(reference, TransportFeedback.reference(part));
            assertEquals(round & 0xff, TransportFeedback.number(part));
            int[] next = {0};
            assertTrue(TransportFeedback.read(part, (sequence, nanos) -> {
                int i = next[0]++;
                assertEquals(base + i & 0xffff, sequence);
                assertEquals(ticks[i] < 0 ? -1 : ticks[i] * TransportFeedback.TICK_NANOS, nanos);
            }));
            assertEquals(count, next[0]);
        }
    }

    /// Run length, one-bit and two-bit chunks in one feedback, as other senders write them.
    @Test
    void every_kind_of_chunk_is_read() {
        // 3 small deltas by run, then 0 1 0 … (14) by bits, then small, large, none by pairs.
        byte[] feedback = Hex.bytes("""
                8fcd0008 00000001 00000002 00050014 00000101
                2003 9000 d800 04 08 0c 04 10 fff8 000000""");
        part.begin(feedback, 0, feedback.length);
        assertTrue(part.next());
        var arrived = new ArrayList<String>();
        assertTrue(TransportFeedback.read(part, (sequence, nanos) -> {
            if (nanos >= 0) {
                arrived.add(sequence + "@" + nanos / TransportFeedback.TICK_NANOS);
            }
        }));
        assertEquals(List.of("5@4", "6@12", "7@24", "9@28", "22@44", "23@36"), arrived);
    }

    @Test
    void a_feedback_that_promises_too_much_is_refused() {
        part.begin(Hex.bytes("8fcd0005 00000001 00000002 0000ffff 00000001 3fff0000"), 0, 24);
        assertTrue(part.next());
        assertFalse(TransportFeedback.read(part, (_, _) -> {}));
        part.begin(Hex.bytes("8fcd0005 00000001 00000002 00000007 00000001 0000 0000"), 0, 24);
        assertTrue(part.next());
        assertFalse(TransportFeedback.read(part, (_, _) -> {}));
    }

    @Test
    void any_bytes_are_answered() {
        byte[] compound = Arrays.copyOfRange(bytes, 5, 5 + compound());
        byte[] nack = Arrays.copyOf(bytes, Nack.write(bytes, 0, 1, 2, new int[] {1, 2, 90}, 3));
        byte[] remb = Arrays.copyOf(bytes, Feedback.writeRemb(bytes, 0, 1, 2, 100));
        long[] ticks = {1, 2, -1, 900, 3};
        var told = new TransportFeedback.Told(1, 5, 1, 1);
        byte[] feedback = Arrays.copyOf(bytes, TransportFeedback.write(bytes, 0, 1, 2, told, ticks));
        Hostile.feed(11, this::readAll, compound, nack, remb, feedback);
    }

    private void readAll(byte[] packet, int offset, int length) {
        part.begin(packet, offset, length);
        int parts = 0;
        while (part.next()) {
            parts++;
            assertTrue(part.at() >= offset && part.at() + part.length() <= offset + length);
            for (int i = 0; i < part.blocks(); i++) {
                assertTrue(part.blockAt(i) + Report.BLOCK <= part.at() + part.length());
            }
            if (part.isSenderReport()) {
                var _ = part.ntp() + part.rtpTime();
            }
            Nack.read(part, sequence -> assertTrue(sequence >= 0 && sequence < 65536));
            TransportFeedback.read(part, (sequence, _) -> assertTrue(sequence >= 0));
            var _ = Feedback.remb(part);
            for (int i = 0; i < Feedback.firEntries(part); i++) {
                var _ = Feedback.firSsrc(part, i) + Feedback.firNumber(part, i);
            }
        }
        assertTrue(parts <= length / 8);
    }

    private int compound() {
        int at = 5;
        at += Report.writeSender(bytes, at, 41, 0x0102_0304_0506_0708L, 0xffff_fffeL, 10, 1000);
        at += Report.writeReceiver(bytes, at, 41, 1);
        Report.writeLastReport(bytes, at, 0x1122_3344, 65536);
        at += Report.writeBlock(bytes, at, 42, 128, -3, 0x1_0005, 99);
        at += Feedback.writeName(bytes, at, 41, "parley".getBytes(US_ASCII));
        at += Feedback.writeBye(bytes, at, 41);
        return at - 5;
    }
}
