package chat.parley.load.crowd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// WebSocket (RFC 6455) as far as a client needs it that sends short texts.
public final class Frames {
    static final int FINAL_TEXT = 0x81;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    private static final int FINAL_CLOSE = 0x88;
    private static final int SHORT_MAX = 125;

    private Frames() {}

    /// @param headers further ones, each with its end of line
    public static String upgrade(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + headers
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    /// @param text Latin-1, below 64 kB
    public static byte[] text(String text) {
        return masked(FINAL_TEXT, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Says that nobody comes back: a normal end.
    public static byte[] goodbye() {
        return masked(FINAL_CLOSE, new byte[] {0x03, (byte) 0xE8});
    }

    static byte[] pong() {
        return masked(0x80 | PONG, new byte[0]);
    }

    private static byte[] masked(int first, byte[] bytes) {
        var frame = ByteBuffer.allocate(bytes.length + 8).put((byte) first);
        if (bytes.length <= SHORT_MAX) {
            frame.put((byte) (0x80 | bytes.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        }
        // A mask of zeros leaves the text as it is.
        frame.putInt(0).put(bytes).flip();
        var whole = new byte[frame.remaining()];
        frame.get(whole);
        return whole;
    }
}
