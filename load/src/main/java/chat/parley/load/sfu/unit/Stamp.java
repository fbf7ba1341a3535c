package chat.parley.load.sfu.unit;

import chat.parley.media.wire.Bytes;

/// What the payload of each packet says of itself: when it was sent, which one of its round it is, and of which round.
/// It stands behind what a VP8 frame begins with.
public final class Stamp {
    private static final int MOMENT_AT = 8;
    private static final int NUMBER_AT = 16;
    private static final int ROUND_AT = 20;
    private static final int END = 24;

    private Stamp() {}

    /// @param moment in nanoseconds of the clock that the reader has too
    public static void write(byte[] payload, long moment, int number, int round) {
        Bytes.put64(payload, MOMENT_AT, moment);
        Bytes.put32(payload, NUMBER_AT, number);
        Bytes.put32(payload, ROUND_AT, round);
    }

    /// Whether a payload of this length can have one: that of a probe cannot.
    public static boolean fits(int length) {
        return length >= END;
    }

    public static long moment(byte[] bytes, int payloadAt) {
        return Bytes.i64(bytes, payloadAt + MOMENT_AT);
    }

    public static int number(byte[] bytes, int payloadAt) {
        return Bytes.i32(bytes, payloadAt + NUMBER_AT);
    }

    public static int round(byte[] bytes, int payloadAt) {
        return Bytes.i32(bytes, payloadAt + ROUND_AT);
    }
}
