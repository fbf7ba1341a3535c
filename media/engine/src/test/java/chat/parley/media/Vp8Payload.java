package chat.parley.media;

/// What a camera sends of VP8 as far as the engine reads it: picture id of fifteen bits, TL0PICIDX and the temporal
/// layer (RFC 7741, section 4.2).
final class Vp8Payload {
    /// The first byte behind what the engine reads.
    static final int BODY = 7;

    private Vp8Payload() {}

    static byte[] of(int bytes, long picture, int temporal, boolean key) {
        byte[] payload = new byte[bytes];
        byte[] head = {
            (byte) 0x90,
            (byte) 0xe0,
            (byte) (0x80 | (picture >> 8 & 0x7f)),
            (byte) picture,
            (byte) (picture / 2),
            (byte) (temporal << 6 | 0x20),
            (byte) (key ? 0 : 1)
        };
        System.arraycopy(head, 0, payload, 0, BODY);
        return payload;
    }
}
