package chat.parley.file.kind;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Tells text from what is none.
final class Utf8 {
    private Utf8() {}

    /// Whether the bytes are UTF-8 without control characters that text has no use for. The last character may be cut.
    static boolean looksLike(byte[] head) {
        for (byte one : head) {
            boolean control = one >= 0 && one < 0x20 && one != '\t' && one != '\n' && one != '\r' && one != 0x0c;
            if (control && one != 0x1b) {
                return false;
            }
        }
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false)
                .isError();
    }
}
