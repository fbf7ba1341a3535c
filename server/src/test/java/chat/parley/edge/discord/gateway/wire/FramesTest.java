package chat.parley.edge.discord.gateway.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.json.Json;
import com.github.luben.zstd.ZstdDecompressCtx;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The shared bytes are what an independent inflater expects, whatever stands before them in its stream.
final class FramesTest {
    private static final ByteBufAllocator MEMORY = UnpooledByteBufAllocator.DEFAULT;
    private static final byte[] FLUSH = {0, 0, (byte) 0xFF, (byte) 0xFF};

    @Test
    void a_plain_frame_is_a_head_and_the_shared_body() {
        var dispatch = Dispatch.of("MESSAGE_CREATE", Map.of("content", "hello"));
        var message = Json.tree(payload(frame(Encoding.PLAIN, dispatch, 7)));
        assertEquals(0, message.path("op").asInt());
        assertEquals(7, message.path("s").asInt());
        assertEquals("MESSAGE_CREATE", message.path("t").asString());
        assertEquals("hello", message.path("d").path("content").asString());
    }

    @Test
    void every_sequence_number_is_written_as_java_writes_it() {
        var dispatch = Dispatch.of("TYPING_START", Map.of());
        for (long s = 1; s <= 10_000_000_000L; s *= 10) {
            for (long near : new long[] {s - 1, s, s + 1, s * 7 / 3}) {
                String text = new String(payload(frame(Encoding.PLAIN, dispatch, near)), UTF_8);
                assertEquals("{\"op\":0,\"t\":\"TYPING_START\",\"s\":" + near + ",\"d\":{}}", text);
            }
        }
    }

    @Test
    void every_message_of_a_zlib_stream_reads_like_the_plain_one() throws DataFormatException {
        for (int seed = 0; seed < 20; seed++) {
            var inflater = new Inflater();
            var hello = Frames.whole(MEMORY, Encoding.ZLIB_STREAM, "{\"op\":10}".getBytes(UTF_8), true);
            assertEquals(
                    10, Json.tree(inflated(inflater, payload(hello))).path("op").asInt());
            hello.release();
            long s = 0;
            for (var dispatch : dispatches(seed)) {
                byte[] bytes = payload(frame(Encoding.ZLIB_STREAM, dispatch, ++s));
                assertArrayEquals(FLUSH, tail(bytes), "ends as Discord's clients expect");
                assertEquals(plain(dispatch, s), Json.tree(inflated(inflater, bytes)));
                var ack = Frames.whole(MEMORY, Encoding.ZLIB_STREAM, "{\"op\":11}".getBytes(UTF_8), false);
                assertEquals(
                        11,
                        Json.tree(inflated(inflater, payload(ack))).path("op").asInt());
                ack.release();
            }
            inflater.end();
        }
    }

    @Test
    void a_deflated_message_needs_no_context_and_bears_one() throws DataFormatException {
        for (int seed = 0; seed < 20; seed++) {
            var keeping = new Inflater(true);
            long s = 0;
            for (var dispatch : dispatches(seed)) {
                var frame = frame(Encoding.MESSAGE_DEFLATE, dispatch, ++s);
                boolean deflated = (frame.getByte(0) & 0x40) != 0;
                assertEquals(dispatch.body().worthCompressing(), deflated);
                if (deflated) {
                    byte[] bytes = with(payload(frame), FLUSH);
                    assertEquals(plain(dispatch, s), Json.tree(inflated(new Inflater(true), bytes)));
                    assertEquals(plain(dispatch, s), Json.tree(inflated(keeping, bytes)));
                } else {
                    assertEquals(plain(dispatch, s), Json.tree(payload(frame)));
                }
            }
            keeping.end();
        }
    }

    /// One decoder for each connection, libzstd itself, which reads a single frame.
    @Test
    void every_message_of_a_zstd_stream_reads_like_the_plain_one() {
        for (int seed = 0; seed < 20; seed++) {
            try (var decoder = new ZstdDecompressCtx()) {
                var hello = Frames.whole(MEMORY, Encoding.ZSTD_STREAM, "{\"op\":10}".getBytes(UTF_8), true);
                assertEquals(10, unpacked(decoder, payload(hello)).path("op").asInt());
                hello.release();
                long s = 0;
                var dispatches = new ArrayList<>(dispatches(seed));
                dispatches.add(Dispatch.of("X", Map.of("content", Collections.nCopies(4_000, "abcdefgh".repeat(100)))));
                Collections.shuffle(dispatches, new Random(seed));
                for (var dispatch : dispatches) {
                    byte[] bytes = payload(frame(Encoding.ZSTD_STREAM, dispatch, ++s));
                    assertEquals(plain(dispatch, s), unpacked(decoder, bytes));
                    var ack = Frames.whole(MEMORY, Encoding.ZSTD_STREAM, "{\"op\":11}".getBytes(UTF_8), false);
                    assertEquals(11, unpacked(decoder, payload(ack)).path("op").asInt());
                    ack.release();
                }
            }
        }
    }

    private static JsonNode unpacked(ZstdDecompressCtx decoder, byte[] bytes) {
        var in = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        var out = new ByteArrayOutputStream();
        var part = ByteBuffer.allocateDirect(8_192);
        do {
            assertFalse(decoder.decompressDirectByteBufferStream(part.clear(), in), "the frame never ends");
            byte[] read = new byte[part.flip().remaining()];
            part.get(read);
            out.writeBytes(read);
        } while (in.hasRemaining() || part.limit() == part.capacity());
        return Json.tree(out.toByteArray());
    }

    @Test
    void all_receivers_share_one_body() {
        var dispatch = Dispatch.of("X", Map.of("content", "a".repeat(1_000)));
        assertTrue(dispatch.body().deflated().length < 100);
        assertSame(dispatch.body().deflated(), dispatch.body().deflated());
        assertTrue(dispatch.body().zstd().length < 100);
        assertSame(dispatch.body().zstd(), dispatch.body().zstd());
    }

    @Test
    void a_clients_compressed_message_is_read_within_its_bound() {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput("{\"op\":1,\"d\":null}".getBytes(UTF_8));
        byte[] out = new byte[100];
        int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH) - FLUSH.length;
        byte[] read = Inflate.message(Arrays.copyOf(out, length), 4_096);
        assertNotNull(read);
        assertEquals("{\"op\":1,\"d\":null}", new String(read, UTF_8));
        byte[] bomb = Deflate.independent(new byte[1_000_000]);
        assertNull(Inflate.message(bomb, 4_096));
        assertNull(Inflate.message(new byte[] {(byte) 0xFF, 1, 2, 3}, 4_096));
    }

    private static List<Dispatch> dispatches(int seed) {
        var random = new Random(seed);
        var made = new ArrayList<Dispatch>();
        for (int size : new int[] {0, 1, 20, 125, 126, 300, 5_000, 65_530, 70_000, 200_000}) {
            var text = new StringBuilder();
            while (text.length() < size) {
                text.append(random.nextBoolean() ? "ab" : Integer.toString(random.nextInt(), 36) + " ÄÖ😀");
            }
            made.add(Dispatch.of("MESSAGE_CREATE", Map.of("content", text.toString())));
        }
        return made;
    }

    private static JsonNode plain(Dispatch dispatch, long s) {
        return Json.tree(payload(frame(Encoding.PLAIN, dispatch, s)));
    }

    private static ByteBuf frame(Encoding encoding, Dispatch dispatch, long s) {
        var head = Frames.head(MEMORY, encoding, dispatch, s);
        var whole = Unpooled.wrappedBuffer(
                head, Frames.body(MEMORY, Frames.form(encoding, dispatch.body()), dispatch.body()));
        try {
            return Unpooled.copiedBuffer(whole);
        } finally {
            whole.release();
        }
    }

    /// What a WebSocket frame carries; its length field must say the truth.
    private static byte[] payload(ByteBuf frame) {
        int length = frame.getUnsignedByte(1);
        int at = 2;
        if (length == 126) {
            length = frame.getUnsignedShort(2);
            at = 4;
        } else if (length == 127) {
            length = (int) frame.getLong(2);
            at = 10;
        }
        assertEquals(frame.readableBytes() - at, length);
        return ByteBufUtil.getBytes(frame, at, length);
    }

    private static byte[] inflated(Inflater inflater, byte[] bytes) throws DataFormatException {
        inflater.setInput(bytes);
        var out = new ByteArrayOutputStream();
        var part = new byte[8_192];
        int read;
        while ((read = inflater.inflate(part)) > 0) {
            out.write(part, 0, read);
        }
        assertEquals(0, inflater.getRemaining());
        return out.toByteArray();
    }

    private static byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length);
    }

    private static byte[] with(byte[] bytes, byte[] more) {
        var both = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, both, bytes.length, more.length);
        return both;
    }
}
