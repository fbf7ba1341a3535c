package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;

/// Sender and receiver reports (RFC 3550 section 6.4), and the blocks in them.
public final class Report {
    public static final int SENDER = 28;
    public static final int RECEIVER = 8;
    public static final int BLOCK = Rtcp.REPORT_BLOCK;

    private Report() {}

    public static int writeSender(byte[] bytes, int at, int ssrc, long ntp, long rtpTime, long packets, long octets) {
        Feedback.header(bytes, at, Rtcp.SENDER_REPORT, 0, SENDER);
        Bytes.put32(bytes, at + 4, ssrc);
        Bytes.put64(bytes, at + 8, ntp);
        Bytes.put32(bytes, at + 16, rtpTime);
        Bytes.put32(bytes, at + 20, packets);
        Bytes.put32(bytes, at + 24, octets);
        return SENDER;
    }

    /// The head of a receiver report, behind which `blocks` blocks are written.
    public static int writeReceiver(byte[] bytes, int at, int ssrc, int blocks) {
        Feedback.header(bytes, at, Rtcp.RECEIVER_REPORT, blocks, RECEIVER + blocks * BLOCK);
        Bytes.put32(bytes, at + 4, ssrc);
        return RECEIVER;
    }

    /// @param lost 24 bits with a sign
    /// @param jitter in units of the stream's clock
    public static int writeBlock(byte[] bytes, int at, int ssrc, int fraction, int lost, long highest, long jitter) {
        Bytes.put32(bytes, at, ssrc);
        Bytes.put8(bytes, at + 4, fraction);
        Bytes.put24(bytes, at + 5, lost);
        Bytes.put32(bytes, at + 8, highest);
        Bytes.put32(bytes, at + 12, jitter);
        return BLOCK;
    }

    /// When the last sender report came: its middle 32 bits and the time since then in 1/65536 s; both zero when none
    /// came.
    public static void writeLastReport(byte[] bytes, int block, int lastReport, long delay) {
        Bytes.put32(bytes, block + 16, lastReport);
        Bytes.put32(bytes, block + 20, delay);
    }

    public static int ssrc(byte[] bytes, int block) {
        return Bytes.i32(bytes, block);
    }

    /// In 1/256.
    public static int fractionLost(byte[] bytes, int block) {
        return Bytes.u8(bytes, block + 4);
    }

    public static int lost(byte[] bytes, int block) {
        return Bytes.u24(bytes, block + 5) << 8 >> 8;
    }

    public static long highest(byte[] bytes, int block) {
        return Bytes.u32(bytes, block + 8);
    }

    public static long jitter(byte[] bytes, int block) {
        return Bytes.u32(bytes, block + 12);
    }

    public static int lastReport(byte[] bytes, int block) {
        return Bytes.i32(bytes, block + 16);
    }

    public static long delay(byte[] bytes, int block) {
        return Bytes.u32(bytes, block + 20);
    }
}
