package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;

/// A cursor over the parts of a compound RTCP packet (RFC 3550 section 6.1). It stops at the first part whose length
/// lies.
///
/// `for (cursor.begin(bytes, at, length); cursor.next(); ) switch (cursor.type()) …`
public final class Rtcp {
    public static final int SENDER_REPORT = 200;
    public static final int RECEIVER_REPORT = 201;
    public static final int SOURCE_DESCRIPTION = 202;
    public static final int BYE = 203;
    public static final int TRANSPORT_FEEDBACK = 205;
    public static final int PAYLOAD_FEEDBACK = 206;

    /// Formats of TRANSPORT_FEEDBACK (RFC 4585) and PAYLOAD_FEEDBACK (RFC 4585, RFC 5104).
    public static final int NACK = 1;

    public static final int TRANSPORT_WIDE = 15;
    public static final int PLI = 1;
    public static final int FIR = 4;
    public static final int APPLICATION = 15;

    static final int REPORT_BLOCK = 24;

    private byte[] bytes = new byte[4];
    private int at;
    private int length;
    private int end;

    public void begin(byte[] bytes, int at, int length) {
        this.bytes = bytes;
        this.at = at;
        this.length = 0;
        end = at + length;
    }

    /// Moves to the next part.
    public boolean next() {
        at += length;
        length = 0;
        if (at + 8 > end || (bytes[at] & 0xc0) != 0x80) {
            return bye();
        }
        length = 4 + 4 * Bytes.u16(bytes, at + 2);
        if (length < 8 || at + length > end) {
            length = 0;
            at = end;
            return false;
        }
        return true;
    }

    /// The shortest legal BYE and SDES name no source and have four bytes; nobody misses them.
    private boolean bye() {
        at = end;
        return false;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int at() {
        return at;
    }

    /// In bytes, with the header.
    public int length() {
        return length;
    }

    public int type() {
        return Bytes.u8(bytes, at + 1);
    }

    /// The five bits behind version and padding: a count, or a feedback's format.
    public int format() {
        return bytes[at] & 0x1f;
    }

    /// Of the sender.
    public int ssrc() {
        return Bytes.i32(bytes, at + 4);
    }

    /// Of the media that a feedback is about; zero when the part is too short to say.
    public int mediaSsrc() {
        return length < 12 ? 0 : Bytes.i32(bytes, at + 8);
    }

    /// Where the first of the report blocks of a sender or receiver report stands.
    public int blocksAt() {
        return at + (type() == SENDER_REPORT ? 28 : 8);
    }

    /// Those that lie inside, whatever the header promises.
    public int blocks() {
        int room = at + length - blocksAt();
        return Math.min(format(), Math.max(0, room / REPORT_BLOCK));
    }

    public int blockAt(int index) {
        return blocksAt() + index * REPORT_BLOCK;
    }

    /// True when the part is a whole sender report.
    public boolean isSenderReport() {
        return type() == SENDER_REPORT && length >= 28;
    }

    /// 64 bits of NTP time of a sender report.
    public long ntp() {
        return Bytes.i64(bytes, at + 8);
    }

    public long rtpTime() {
        return Bytes.u32(bytes, at + 16);
    }
}
