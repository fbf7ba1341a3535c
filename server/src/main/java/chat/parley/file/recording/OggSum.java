package chat.parley.file.recording;

/// Ogg's check sum: CRC-32 with the polynomial 0x04c11db7, neither reflected nor inverted.
final class OggSum {
    private static final int[] TABLE = new int[256];

    static {
        for (int i = 0; i < 256; i++) {
            int sum = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
            }
            TABLE[i] = sum;
        }
    }

    private OggSum() {}

    static int of(int before, byte[] bytes) {
        int sum = before;
        for (byte one : bytes) {
            sum = (sum << 8) ^ TABLE[((sum >>> 24) ^ one) & 0xff];
        }
        return sum;
    }
}
