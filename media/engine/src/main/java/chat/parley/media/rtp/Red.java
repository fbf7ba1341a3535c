package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;

/// Redundant audio (RFC 2198). It is forwarded as it came to those who understand it; for the others the primary
/// block is cut out.
public final class Red {
    private static final int BLOCKS_MAX = 8;

    private Red() {}

    /// The payload type of the primary block, or -1 when this is no RED.
    public static int primaryType(RtpPacket packet) {
        int at = lastHeader(packet);
        return at < 0 ? -1 : packet.bytes()[at] & 0x7f;
    }

    /// Where the primary block begins; it goes on to the end of the payload. -1 when this is no RED.
    public static int primaryAt(RtpPacket packet) {
        int last = lastHeader(packet);
        if (last < 0) {
            return -1;
        }
        byte[] bytes = packet.bytes();
        int at = last + 1;
        for (int header = packet.payloadAt(); header < last; header += 4) {
            at += Bytes.u16(bytes, header + 2) & 0x3ff;
        }
        return at <= packet.payloadAt() + packet.payloadLength() ? at : -1;
    }

    private static int lastHeader(RtpPacket packet) {
        int at = packet.payloadAt();
        int end = at + packet.payloadLength();
        for (int block = 0; block < BLOCKS_MAX && at < end; block++, at += 4) {
            if ((packet.bytes()[at] & 0x80) == 0) {
                return at;
            }
        }
        return -1;
    }
}
