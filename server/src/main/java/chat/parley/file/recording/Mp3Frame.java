package chat.parley.file.recording;

import org.jspecify.annotations.Nullable;

/// The head of a frame of MPEG audio.
///
/// @param bitrate bits a second
/// @param rate samples a second
/// @param samples in each frame
/// @param sideBytes between the head and where a count of the frames may stand
record Mp3Frame(int bitrate, int rate, int samples, int sideBytes) {
    private static final int[] KBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /// Of layer III; `null` when it is none.
    static @Nullable Mp3Frame of(long head) {
        int version = (int) (head >>> 19 & 3);
        int layer = (int) (head >>> 17 & 3);
        int bits = (int) (head >>> 12 & 15);
        int rate = (int) (head >>> 10 & 3);
        if (head >>> 21 != 0x7ff || version == 1 || layer != 1 || bits == 0 || bits == 15 || rate == 3) {
            return null;
        }
        boolean first = version == 3;
        boolean mono = (head >>> 6 & 3) == 3;
        int side = first ? (mono ? 17 : 32) : (mono ? 9 : 17);
        int slower = first ? 0 : version == 2 ? 1 : 2;
        return new Mp3Frame(
                (first ? KBITS_1 : KBITS_2)[bits] * 1_000, RATES[rate] >> slower, first ? 1_152 : 576, side);
    }
}
