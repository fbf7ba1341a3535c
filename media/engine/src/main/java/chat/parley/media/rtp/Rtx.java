package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;

/// Retransmissions in a stream of their own (RFC 4588): the payload begins with the original sequence number.
public final class Rtx {
    public static final int HEADER = 2;

    private Rtx() {}

    /// The number that the packet had, or -1 when there is nothing in it: an empty one probes the bandwidth.
    public static int original(RtpPacket packet) {
        return packet.payloadLength() < HEADER ? -1 : Bytes.u16(packet.bytes(), packet.payloadAt());
    }

    /// Turns a retransmission back into the packet that was lost, in place: header, extensions and payload as they
    /// were.
    ///
    /// @return the packet's new length, or -1 when there is nothing in it
    public static int restore(RtpPacket packet, int payloadType, int ssrc) {
        int sequence = original(packet);
        if (sequence < 0) {
            return -1;
        }
        byte[] bytes = packet.bytes();
        int at = packet.start();
        int payload = packet.payloadAt();
        int left = packet.payloadLength() - HEADER;
        bytes[at] &= ~0x20;
        Bytes.put8(bytes, at + 1, (bytes[at + 1] & 0x80) | payloadType);
        Bytes.put16(bytes, at + 2, sequence);
        Bytes.put32(bytes, at + 8, ssrc);
        System.arraycopy(bytes, payload + HEADER, bytes, payload, left);
        return payload + left - at;
    }
}
