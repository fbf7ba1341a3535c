package chat.parley.edge.discord.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A parcel that remembers its first frame holds the same bytes as one that writes each frame anew.
final class ParcelTest {
    private static final ByteBufAllocator MEMORY = UnpooledByteBufAllocator.DEFAULT;
    private static final List<Encoding> FORMS = List.of(
            Encoding.PLAIN,
            Encoding.PLAIN,
            Encoding.PLAIN,
            Encoding.ZLIB_STREAM,
            Encoding.MESSAGE_DEFLATE,
            Encoding.ZSTD_STREAM);

    @Test
    void every_socket_gets_its_own_number_and_the_same_rest() {
        var random = new Random(20_261_121);
        var parcel = new Parcel();
        var dispatches = new ArrayList<Dispatch>();
        for (int i = 0; i < 6; i++) {
            dispatches.add(Dispatch.of("MESSAGE_CREATE", Map.of("content", "word ".repeat(1 + random.nextInt(300)))));
        }
        for (int i = 0; i < 20_000; i++) {
            var encoding = FORMS.get(random.nextInt(FORMS.size()));
            var expected = new ByteArrayOutputStream();
            for (int frames = random.nextInt(3); frames >= 0; frames--) {
                var dispatch = dispatches.get(random.nextInt(3) == 0 ? random.nextInt(6) : 0);
                long s = random.nextLong(1, 1L << random.nextInt(2, 40));
                assertTrue(parcel.add(encoding, dispatch, s));
                expected.writeBytes(frame(encoding, dispatch, s));
            }
            assertArrayEquals(expected.toByteArray(), taken(parcel), "round " + i);
            if (random.nextInt(50) == 0) {
                parcel.forget();
            }
        }
    }

    @Test
    void what_finds_no_room_changes_nothing() {
        var parcel = new Parcel();
        var large = Dispatch.of("READY", Map.of("d", "x".repeat(40_000)));
        assertTrue(parcel.add(Encoding.PLAIN, large, 1));
        assertFalse(parcel.add(Encoding.PLAIN, large, 2));
        assertArrayEquals(frame(Encoding.PLAIN, large, 1), taken(parcel));
        assertTrue(parcel.add(Encoding.PLAIN, large, 9));
        assertArrayEquals(frame(Encoding.PLAIN, large, 9), taken(parcel));
    }

    private static byte[] taken(Parcel parcel) {
        var rest = parcel.rest(MEMORY);
        try {
            return ByteBufUtil.getBytes(rest);
        } finally {
            rest.release();
            parcel.clear();
        }
    }

    private static byte[] frame(Encoding encoding, Dispatch dispatch, long s) {
        var head = Frames.head(MEMORY, encoding, dispatch, s);
        var body = Frames.body(MEMORY, Frames.form(encoding, dispatch.body()), dispatch.body());
        try {
            var whole = new ByteArrayOutputStream();
            whole.writeBytes(ByteBufUtil.getBytes(head));
            whole.writeBytes(ByteBufUtil.getBytes(body));
            return whole.toByteArray();
        } finally {
            head.release();
            body.release();
        }
    }
}
