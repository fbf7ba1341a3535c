package chat.parley.voice.record.frame;

/// Reads bit after bit, the highest first. What lies behind the end is zero.
final class Bits {
    private static final int GOLOMB_MAX = 31;

    private final byte[] bytes;
    private int at;

    Bits(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from * 8;
    }

    boolean flag() {
        return number(1) == 1;
    }

    int number(int count) {
        int number = 0;
        for (int i = 0; i < count; i++, at++) {
            int bit = at / 8 < bytes.length ? bytes[at / 8] >> (7 - at % 8) & 1 : 0;
            number = number << 1 | bit;
        }
        return number;
    }

    void skip(int count) {
        at += count;
    }

    /// Exp-Golomb (H.264, 9.1).
    int golomb() {
        int zeros = 0;
        while (zeros < GOLOMB_MAX && !flag()) {
            zeros++;
        }
        return (1 << zeros) - 1 + number(zeros);
    }

    int signedGolomb() {
        int code = golomb();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }
}
