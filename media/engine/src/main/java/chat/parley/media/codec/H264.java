package chat.parley.media.codec;

import chat.parley.media.wire.Bytes;

/// Key frames of H.264 in RTP (RFC 6184): an SPS or the beginning of an IDR picture, alone, in an aggregate or in
/// fragments.
public final class H264 {
    private static final int IDR = 5;
    private static final int SPS = 7;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    private H264() {}

    public static boolean keyframe(byte[] bytes, int at, int length) {
        if (length < 1) {
            return false;
        }
        return switch (bytes[at] & 0x1f) {
            case IDR, SPS -> true;
            case STAP_A -> aggregate(bytes, at + 1, at + length);
            case FU_A -> length >= 2 && bytes[at + 1] < 0 && (bytes[at + 1] & 0x1f) == IDR;
            default -> false;
        };
    }

    private static boolean aggregate(byte[] bytes, int from, int end) {
        for (int at = from; at + 3 <= end; ) {
            int type = bytes[at + 2] & 0x1f;
            if (type == IDR || type == SPS) {
                return true;
            }
            at += 2 + Bytes.u16(bytes, at);
        }
        return false;
    }
}
