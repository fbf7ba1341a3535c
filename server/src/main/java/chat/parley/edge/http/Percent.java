package chat.parley.edge.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Percent-decoding of a path segment (RFC 3986 §2.1), strict: what is no UTF-8, or a NUL, is nothing rather
/// than a guess.
public final class Percent {
    private Percent() {}

    /// The text, or `null` when it is not encoded properly. A plus sign stays a plus sign.
    public static @Nullable String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return isPlain(segment) ? segment : null;
        }
        var bytes = ByteBuffer.allocate(segment.length());
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c != '%') {
                if (c > 0x7e || c <= 0x20) {
                    return null;
                }
                bytes.put((byte) c);
                continue;
            }
            int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
            int low = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0 || high + low == 0) {
                return null;
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        return text(bytes.flip());
    }

    private static boolean isPlain(String segment) {
        return segment.chars().allMatch(c -> c > 0x20 && c <= 0x7e);
    }

    private static @Nullable String text(ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
