package chat.parley.media.voice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;

/// How a bot learns its address as the server sees it: 74 bytes there and 74 back, so nobody is flooded by asking
/// in another's name.
public final class Discovery {
    public static final int BYTES = 74;

    private static final int REQUEST = 1;
    private static final int ANSWER = 2;
    private static final int BODY = 70;
    private static final int ADDRESS_AT = 8;
    private static final int PORT_AT = 72;

    private Discovery() {}

    public static boolean isRequest(byte[] bytes, int at, int length) {
        return length == BYTES && Bytes.u16(bytes, at) == REQUEST && Bytes.u16(bytes, at + 2) == BODY;
    }

    /// Whose question it is.
    public static int ssrc(byte[] bytes, int at) {
        return Bytes.i32(bytes, at + 4);
    }

    public static byte[] answer(int ssrc, Address source) {
        byte[] bytes = new byte[BYTES];
        Bytes.put16(bytes, 0, ANSWER);
        Bytes.put16(bytes, 2, BODY);
        Bytes.put32(bytes, 4, ssrc);
        byte[] address = source.host().getHostAddress().getBytes(US_ASCII);
        System.arraycopy(address, 0, bytes, ADDRESS_AT, address.length);
        Bytes.put16(bytes, PORT_AT, source.port());
        return bytes;
    }
}
