package chat.parley.voice.record.frame;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/// What a decoder of H.264 needs beforehand (`AVCDecoderConfigurationRecord`, ISO 14496-15), and the size of its
/// pictures (7.3.2.1.1 of H.264).
final class H264Setup {
    private static final int MACROBLOCK = 16;
    private static final int SIDE_MAX = 16_384;
    /// Profiles whose parameter sets tell of chroma.
    private static final Set<Integer> HIGH = Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128);

    private H264Setup() {}

    static Format of(byte[] sps, byte[] pps) {
        var setup = new ByteArrayOutputStream();
        setup.write(1);
        setup.write(sps, 1, 3);
        setup.write(0xff);
        setup.write(0xe1);
        sized(setup, sps);
        setup.write(1);
        sized(setup, pps);
        var bits = new Bits(unescaped(sps), 1);
        int profile = bits.number(8);
        bits.skip(16);
        bits.golomb();
        int chroma = HIGH.contains(profile) ? chroma(bits) : 1;
        bits.golomb();
        order(bits);
        bits.golomb();
        bits.skip(1);
        int columns = bits.golomb() + 1;
        int rows = bits.golomb() + 1;
        int fields = bits.flag() ? 1 : 2;
        bits.skip(fields == 2 ? 2 : 1);
        int width = columns * MACROBLOCK;
        int height = rows * MACROBLOCK * fields;
        if (bits.flag()) {
            int across = chroma == 1 || chroma == 2 ? 2 : 1;
            int down = (chroma == 1 ? 2 : 1) * fields;
            width -= across * (bits.golomb() + bits.golomb());
            height -= down * (bits.golomb() + bits.golomb());
        }
        return new Format(
                "V_MPEG4/ISO/AVC",
                Math.clamp(width, 1, SIDE_MAX),
                Math.clamp(height, 1, SIDE_MAX),
                setup.toByteArray());
    }

    private static void sized(ByteArrayOutputStream to, byte[] unit) {
        to.write(unit.length >> 8);
        to.write(unit.length);
        to.writeBytes(unit);
    }

    /// @return chroma_format_idc
    private static int chroma(Bits bits) {
        int chroma = bits.golomb();
        bits.skip(chroma == 3 ? 1 : 0);
        bits.golomb();
        bits.golomb();
        bits.skip(1);
        if (bits.flag()) {
            for (int list = 0; list < (chroma == 3 ? 12 : 8); list++) {
                if (bits.flag()) {
                    scaling(bits, list < 6 ? 16 : 64);
                }
            }
        }
        return chroma;
    }

    private static void scaling(Bits bits, int count) {
        int last = 8;
        int next = 8;
        for (int i = 0; i < count && next != 0; i++) {
            next = (last + bits.signedGolomb()) & 0xff;
            last = next == 0 ? last : next;
        }
    }

    /// In which order pictures are shown.
    private static void order(Bits bits) {
        int kind = bits.golomb();
        if (kind == 0) {
            bits.golomb();
        } else if (kind == 1) {
            bits.skip(1);
            bits.golomb();
            bits.golomb();
            int count = Math.min(255, bits.golomb());
            for (int i = 0; i < count; i++) {
                bits.golomb();
            }
        }
    }

    /// Without the threes that keep three zeros from standing side by side.
    private static byte[] unescaped(byte[] unit) {
        var plain = new ByteArrayOutputStream();
        int zeros = 0;
        for (byte one : unit) {
            if (zeros >= 2 && one == 3) {
                zeros = 0;
                continue;
            }
            zeros = one == 0 ? zeros + 1 : 0;
            plain.write(one);
        }
        return plain.toByteArray();
    }
}
