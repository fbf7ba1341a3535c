package chat.parley.load.crowd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/// Heads are read as the node writes them: stored, in whatever form the rest is.
final class FrameTest {
    private static final String HEAD = "{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"s\":17,\"d\":";
    private static final String BODY = "{\"content\":\"at=4 hello\",\"s\":99}}";

    @Test
    void a_plain_head_is_read() {
        var frame = on(Form.PLAIN, HEAD + BODY, false);
        assertTrue(frame.isMessage());
        assertEquals(0, frame.opcode());
        assertEquals(17, frame.sequence());
        assertEquals(4, frame.plainNumber("\"at=".getBytes(US_ASCII)));
        assertFalse(frame.is("READY"));
    }

    @Test
    void what_is_no_event_has_no_number() {
        var frame = on(Form.PLAIN, "{\"d\":{\"heartbeat_interval\":41250},\"op\":10}", false);
        assertEquals(10, frame.opcode());
        assertEquals(-1, frame.sequence());
        assertFalse(frame.isMessage());
    }

    @Test
    void compressed_frames_have_a_legible_head_and_a_text() {
        byte[] flushed = compressed();
        var zlib = on(Form.ZLIB_STREAM, new String(flushed, ISO_8859_1), false);
        assertEquals(17, zlib.sequence());
        assertEquals(HEAD + BODY, zlib.text());
        byte[] message = Arrays.copyOf(flushed, flushed.length - 4);
        var deflate = on(Form.MESSAGE_DEFLATE, new String(message, ISO_8859_1), true);
        assertEquals(17, deflate.sequence());
        assertEquals(HEAD + BODY, deflate.text());
    }

    private static Frame on(Form form, String text, boolean compressed) {
        byte[] bytes = ("??" + text + "????").getBytes(ISO_8859_1);
        return new Frame(form).on(bytes, 2, text.length(), compressed);
    }

    /// A stored block, and blocks that end with a full flush.
    private static byte[] compressed() {
        var out = new ByteArrayOutputStream();
        byte[] head = HEAD.getBytes(US_ASCII);
        out.writeBytes(new byte[] {0, (byte) head.length, 0, (byte) ~head.length, (byte) 0xFF});
        out.writeBytes(head);
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(BODY.getBytes(US_ASCII));
        byte[] rest = new byte[200];
        int length = deflater.deflate(rest, 0, rest.length, Deflater.FULL_FLUSH);
        deflater.end();
        out.write(rest, 0, length);
        return out.toByteArray();
    }
}
