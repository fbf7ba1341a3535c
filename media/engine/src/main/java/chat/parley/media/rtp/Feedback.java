package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;
import java.util.Arrays;

/// The short control packets: key frame requests, REMB, BYE and source descriptions.
public final class Feedback {
    private static final int REMB = 0x5245_4d42;

    private Feedback() {}

    static void header(byte[] bytes, int at, int type, int format, int length) {
        Bytes.put8(bytes, at, 0x80 | format);
        Bytes.put8(bytes, at + 1, type);
        Bytes.put16(bytes, at + 2, length / 4 - 1);
    }

    static void sources(byte[] bytes, int at, int ssrc, int mediaSsrc) {
        Bytes.put32(bytes, at + 4, ssrc);
        Bytes.put32(bytes, at + 8, mediaSsrc);
    }

    /// RFC 4585 section 6.3.1.
    public static int writePli(byte[] bytes, int at, int ssrc, int mediaSsrc) {
        header(bytes, at, Rtcp.PAYLOAD_FEEDBACK, Rtcp.PLI, 12);
        sources(bytes, at, ssrc, mediaSsrc);
        return 12;
    }

    /// RFC 5104 section 4.3.1, for one source.
    public static int writeFir(byte[] bytes, int at, int ssrc, int mediaSsrc, int number) {
        header(bytes, at, Rtcp.PAYLOAD_FEEDBACK, Rtcp.FIR, 20);
        sources(bytes, at, ssrc, 0);
        Bytes.put32(bytes, at + 12, mediaSsrc);
        Bytes.put32(bytes, at + 16, (long) number << 24);
        return 20;
    }

    /// Sources that a FIR asks for a key frame.
    public static int firEntries(Rtcp part) {
        return Math.max(0, (part.length() - 12) / 8);
    }

    public static int firSsrc(Rtcp part, int entry) {
        return Bytes.i32(part.bytes(), part.at() + 12 + 8 * entry);
    }

    public static int firNumber(Rtcp part, int entry) {
        return Bytes.u8(part.bytes(), part.at() + 16 + 8 * entry);
    }

    /// The receiver's estimate in bits a second (draft-alvestrand-rmcat-remb), or -1 when the part is none.
    public static long remb(Rtcp part) {
        byte[] bytes = part.bytes();
        int at = part.at();
        if (part.length() < 20 || Bytes.i32(bytes, at + 12) != REMB) {
            return -1;
        }
        int mantissa = Bytes.u24(bytes, at + 17) & 0x3_ffff;
        int exponent = Bytes.u8(bytes, at + 17) >>> 2;
        return exponent > 40 ? Long.MAX_VALUE : (long) mantissa << exponent;
    }

    public static int writeRemb(byte[] bytes, int at, int ssrc, int mediaSsrc, long bitsPerSecond) {
        int exponent = Math.max(0, 64 - 18 - Long.numberOfLeadingZeros(bitsPerSecond));
        header(bytes, at, Rtcp.PAYLOAD_FEEDBACK, Rtcp.APPLICATION, 24);
        sources(bytes, at, ssrc, 0);
        Bytes.put32(bytes, at + 12, REMB);
        Bytes.put32(bytes, at + 16, 1L << 24 | (long) exponent << 18 | bitsPerSecond >>> exponent);
        Bytes.put32(bytes, at + 20, mediaSsrc);
        return 24;
    }

    public static int writeBye(byte[] bytes, int at, int ssrc) {
        header(bytes, at, Rtcp.BYE, 1, 8);
        Bytes.put32(bytes, at + 4, ssrc);
        return 8;
    }

    /// One chunk with a canonical name of at most 255 ASCII characters (RFC 3550 section 6.5).
    public static int writeName(byte[] bytes, int at, int ssrc, byte[] name) {
        int length = 4 + 4 + 2 + name.length + 1 + 3 & ~3;
        Arrays.fill(bytes, at, at + length, (byte) 0);
        header(bytes, at, Rtcp.SOURCE_DESCRIPTION, 1, length);
        Bytes.put32(bytes, at + 4, ssrc);
        Bytes.put8(bytes, at + 8, 1);
        Bytes.put8(bytes, at + 9, name.length);
        System.arraycopy(name, 0, bytes, at + 10, name.length);
        return length;
    }
}
