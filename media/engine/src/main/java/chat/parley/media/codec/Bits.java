package chat.parley.media.codec;

/// Reads bits, highest first. Beyond the end there are zeros and a flag, so that a parser checks once.
final class Bits {
    private byte[] bytes = new byte[1];
    private int at;
    private int end;
    private boolean over;

    void begin(byte[] bytes, int at, int length) {
        this.bytes = bytes;
        this.at = 8 * at;
        end = 8 * (at + length);
        over = false;
    }

    boolean over() {
        return over;
    }

    int one() {
        if (at >= end) {
            over = true;
            return 0;
        }
        int bit = bytes[at >>> 3] >>> (7 - (at & 7)) & 1;
        at++;
        return bit;
    }

    boolean flag() {
        return one() == 1;
    }

    int take(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | one();
        }
        return value;
    }

    /// A value below `values`, coded with as few bits as possible (`ns(n)` of the AV1 RTP specification).
    int nonSymmetric(int values) {
        int bits = 32 - Integer.numberOfLeadingZeros(values);
        int shorter = (1 << bits) - values;
        int value = take(bits - 1);
        return value < shorter ? value : (value << 1) - shorter + one();
    }
}
