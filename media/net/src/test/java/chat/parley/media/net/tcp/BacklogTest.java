package chat.parley.media.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import org.junit.jupiter.api.Test;

final class BacklogTest {
    private static final int BYTES = 1_000;
    private static final int TRIES = 1_000;

    private final Backlog backlog = new Backlog();
    private final byte[] out = new byte[16 << 10];

    @Test
    void video_is_dropped_first_and_then_the_oldest_sound() throws InterruptedException {
        fill(Codec.VP8);
        long video = TRIES - backlog.dropped();
        assertTrue(video > 100 && video < 200, "video waits: " + video);
        long before = backlog.dropped();
        backlog.add(packet(Codec.OPUS, 0), BYTES);
        assertEquals(before, backlog.dropped());
        fill(Codec.OPUS);
        assertTrue(backlog.dropped() > TRIES);
        int last = 0;
        for (int kept = TRIES + TRIES + 1 - (int) backlog.dropped(); kept > 0; ) {
            int count = backlog.take(out);
            assertTrue(count > 0);
            kept -= count / (BYTES + 2);
            last = out[count - 1];
        }
        assertEquals((byte) (TRIES - 1), (byte) last);
    }

    @Test
    void what_is_taken_has_its_length_before_it() throws InterruptedException {
        backlog.add(packet(Codec.OPUS, 1), 300);
        backlog.add(packet(Codec.VP8, 2), 20);
        assertEquals(300 + 2 + 20 + 2, backlog.take(out));
        assertEquals(1, out[0]);
        assertEquals(300 - 256, out[1]);
        assertEquals(20, out[303]);
        backlog.close();
        assertEquals(-1, backlog.take(out));
    }

    private void fill(Codec codec) {
        for (int i = 0; i < TRIES; i++) {
            backlog.add(packet(codec, i), BYTES);
        }
    }

    private static byte[] packet(Codec codec, int mark) {
        byte[] bytes = new byte[BYTES];
        bytes[0] = (byte) 0x80;
        bytes[1] = (byte) codec.payloadType;
        bytes[BYTES - 1] = (byte) mark;
        return bytes;
    }
}
