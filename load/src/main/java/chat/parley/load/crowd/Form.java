package chat.parley.load.crowd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// How a client wants its frames.
public enum Form {
    PLAIN("none", ""),
    ZLIB_STREAM("zlib-stream", ""),
    ZSTD_STREAM("zstd-stream", ""),
    MESSAGE_DEFLATE("permessage-deflate", "Sec-WebSocket-Extensions: permessage-deflate\r\n");

    private static final int TEXT_MAX_BYTES = 1 << 20;
    private static final byte[] FLUSH_TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    /// As on the command line.
    public final String title;

    final String header;

    Form(String title, String header) {
        this.title = title;
        this.header = header;
    }

    /// @param titles separated by commas
    public static List<Form> of(String titles) {
        return Arrays.stream(titles.split(",", -1))
                .map(title -> Arrays.stream(values())
                        .filter(it -> it.title.equals(title))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("Not a form of frames: " + title)))
                .toList();
    }

    String path() {
        return "/gateway?v=10&encoding=json" + (this == ZLIB_STREAM || this == ZSTD_STREAM ? "&compress=" + title : "");
    }

    /// Whether [#text] can be asked for.
    public boolean legible() {
        return this != ZSTD_STREAM;
    }

    /// What a frame says. The node compresses each event with an empty window, so that a frame can be read
    /// without those before it, except the first of a stream.
    String text(byte[] bytes, int from, int length, boolean compressed) {
        return switch (this) {
            case PLAIN -> latin(bytes, from, length);
            case MESSAGE_DEFLATE -> compressed ? message(bytes, from, length) : latin(bytes, from, length);
            case ZLIB_STREAM -> inflated(Arrays.copyOfRange(bytes, from, from + length));
            case ZSTD_STREAM -> throw new IllegalStateException("zstd is not read here");
        };
    }

    private static String latin(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /// RFC 7692, section 7.2.2: a message leaves out the four bytes with which a flush ends.
    private static String message(byte[] bytes, int from, int length) {
        byte[] whole = Arrays.copyOfRange(bytes, from, from + length + FLUSH_TAIL.length);
        System.arraycopy(FLUSH_TAIL, 0, whole, length, FLUSH_TAIL.length);
        return inflated(whole);
    }

    private static String inflated(byte[] bytes) {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(bytes);
            byte[] text = new byte[TEXT_MAX_BYTES];
            int read = 0;
            int more;
            while (read < text.length && (more = inflater.inflate(text, read, text.length - read)) > 0) {
                read += more;
            }
            return latin(text, 0, read);
        } catch (DataFormatException broken) {
            throw new IllegalStateException("A frame that cannot be inflated", broken);
        } finally {
            inflater.end();
        }
    }
}
