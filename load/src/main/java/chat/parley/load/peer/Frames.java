package chat.parley.load.peer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// WebSocket (RFC 6455) as far as a client needs it that sends short texts.
final class Frames {
    private static final int SHORT_MAX = 125;

    private Frames() {}

    static String upgrade(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    /// @param text Latin-1, below 64 kB
    static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        var frame = ByteBuffer.allocate(bytes.length + 8).put((byte) 0x81);
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
