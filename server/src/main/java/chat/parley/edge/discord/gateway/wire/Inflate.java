package chat.parley.edge.discord.gateway.wire;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Reads a client's compressed message (permessage-deflate without context takeover, RFC 7692, section 7.2.2).
public final class Inflate {
    private static final byte[] FLUSH_TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private Inflate() {}

    /// The message, or nothing when it is not valid or has more than `max` bytes.
    public static byte @Nullable [] message(byte[] deflated, int max) {
        var inflater = new Inflater(true);
        try {
            var whole = Arrays.copyOf(deflated, deflated.length + FLUSH_TAIL.length);
            System.arraycopy(FLUSH_TAIL, 0, whole, deflated.length, FLUSH_TAIL.length);
            inflater.setInput(whole);
            var out = new byte[max + 1];
            int length = 0;
            int read;
            while (length < out.length && (read = inflater.inflate(out, length, out.length - length)) > 0) {
                length += read;
            }
            return length > max ? null : Arrays.copyOf(out, length);
        } catch (DataFormatException broken) {
            return null;
        } finally {
            inflater.end();
        }
    }
}
