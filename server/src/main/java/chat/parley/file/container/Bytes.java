package chat.parley.file.container;

import chat.parley.base.content.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reads numbers at places of a file, a few thousand bytes at once. Whatever lies beyond the end is [Broken].
public final class Bytes {
    private static final int WINDOW_BYTES = 8_192;

    private final Content content;
    private byte[] window = new byte[0];
    private long start;

    public Bytes(Content content) {
        this.content = content;
    }

    public long length() {
        return content.length();
    }

    public int one(long at) throws IOException {
        if (at < start || at >= start + window.length) {
            load(at);
        }
        return Byte.toUnsignedInt(window[(int) (at - start)]);
    }

    private void load(long at) throws IOException {
        if (at < 0 || at >= length()) {
            throw new Broken("The file is cut off");
        }
        try (var in = content.open(at, Math.min(WINDOW_BYTES, length() - at))) {
            window = in.readAllBytes();
        }
        start = at;
    }

    /// Big-endian, of up to 8 bytes.
    public long big(long at, int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | one(at + i);
        }
        return number;
    }

    /// Little-endian, of up to 8 bytes.
    public long little(long at, int bytes) throws IOException {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | one(at + i);
        }
        return number;
    }

    public String text(long at, int bytes) throws IOException {
        return new String(all(at, bytes), StandardCharsets.ISO_8859_1);
    }

    public byte[] all(long at, int bytes) throws IOException {
        var read = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            read[i] = (byte) one(at + i);
        }
        return read;
    }
}
