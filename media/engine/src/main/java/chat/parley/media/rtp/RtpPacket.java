package chat.parley.media.rtp;

import chat.parley.media.wire.Bytes;

/// A view over one RTP packet (RFC 3550 section 5.1) with its header extensions (RFC 8285, both forms). The
/// object is reused for packet after packet: it copies nothing and allocates nothing. Hot path.
public final class RtpPacket {
    public static final int HEADER = 12;
    /// Ids of the one-byte form end at 14; we negotiate no more than these.
    public static final int EXTENSION_ID_MAX = 15;

    private static final int ONE_BYTE = 0xbede;
    private static final int TWO_BYTE = 0x100;

    private byte[] bytes = new byte[HEADER];
    private int start;
    private int length;
    private int payloadAt;
    private int padding;
    /// For each id the place of its value and its length, valid when the mask has the id's bit.
    private final int[] places = new int[EXTENSION_ID_MAX + 1];
    private final int[] lengths = new int[EXTENSION_ID_MAX + 1];
    private int present;

    /// Where the payload of a packet begins, counted from its first byte, or -1 when this is no RTP packet.
    public static int headerLength(byte[] bytes, int at, int length) {
        if (length < HEADER || (bytes[at] & 0xc0) != 0x80) {
            return -1;
        }
        int header = HEADER + 4 * (bytes[at] & 0x0f);
        if ((bytes[at] & 0x10) != 0) {
            if (header + 4 > length) {
                return -1;
            }
            header += 4 + 4 * Bytes.u16(bytes, at + header + 2);
        }
        return header <= length ? header : -1;
    }

    /// Looks at these bytes from now on. False when they are no RTP packet; then the view must not be asked.
    public boolean read(byte[] bytes, int at, int length) {
        int header = headerLength(bytes, at, length);
        if (header < 0) {
            return false;
        }
        int pad = 0;
        if ((bytes[at] & 0x20) != 0) {
            pad = Bytes.u8(bytes, at + length - 1);
            if (pad == 0 || header + pad > length) {
                return false;
            }
        }
        this.bytes = bytes;
        this.length = length;
        start = at;
        payloadAt = at + header;
        padding = pad;
        present = 0;
        if ((bytes[at] & 0x10) != 0) {
            extensions(at + HEADER + 4 * (bytes[at] & 0x0f));
        }
        return true;
    }

    /// Ends at the first element that does not fit; what was read before it stays.
    private void extensions(int at) {
        int profile = Bytes.u16(bytes, at);
        if (profile == ONE_BYTE) {
            oneByteElements(at + 4);
        } else if ((profile & 0xfff0) == TWO_BYTE << 4) {
            twoByteElements(at + 4);
        }
    }

    private void oneByteElements(int from) {
        for (int at = from; at < payloadAt; ) {
            int id = Bytes.u8(bytes, at) >>> 4;
            if (id == 0) {
                at++;
                continue;
            }
            int size = (bytes[at] & 0x0f) + 1;
            // RFC 8285 section 4.2: id 15 ends the reading.
            if (id == 15 || at + 1 + size > payloadAt) {
                return;
            }
            note(id, at + 1, size);
            at += 1 + size;
        }
    }

    private void twoByteElements(int from) {
        for (int at = from; at < payloadAt; ) {
            int id = Bytes.u8(bytes, at);
            if (id == 0) {
                at++;
                continue;
            }
            if (at + 2 > payloadAt) {
                return;
            }
            int size = Bytes.u8(bytes, at + 1);
            if (at + 2 + size > payloadAt) {
                return;
            }
            if (id <= EXTENSION_ID_MAX) {
                note(id, at + 2, size);
            }
            at += 2 + size;
        }
    }

    private void note(int id, int at, int size) {
        places[id] = at;
        lengths[id] = size;
        present |= 1 << id;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    public int length() {
        return length;
    }

    public boolean marker() {
        return bytes[start + 1] < 0;
    }

    public int payloadType() {
        return bytes[start + 1] & 0x7f;
    }

    public int sequence() {
        return Bytes.u16(bytes, start + 2);
    }

    public long timestamp() {
        return Bytes.u32(bytes, start + 4);
    }

    public int ssrc() {
        return Bytes.i32(bytes, start + 8);
    }

    public int payloadAt() {
        return payloadAt;
    }

    /// Without padding; zero for packets that only probe the bandwidth.
    public int payloadLength() {
        return start + length - payloadAt - padding;
    }

    public int padding() {
        return padding;
    }

    public boolean has(int id) {
        return (present & 1 << id) != 0;
    }

    /// Where the value of an extension begins, or -1. Id 0 is nobody's.
    public int extensionAt(int id) {
        return id > 0 && has(id) ? places[id] : -1;
    }

    public int extensionLength(int id) {
        return id > 0 && has(id) ? lengths[id] : 0;
    }
}
