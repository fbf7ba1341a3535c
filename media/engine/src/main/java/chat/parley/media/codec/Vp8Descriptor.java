package chat.parley.media.codec;

import chat.parley.media.wire.Bytes;

/// The payload descriptor of VP8 (RFC 7741 section 4.2), a view that is used for packet after packet.
public final class Vp8Descriptor {
    private static final int EXTENDED = 0x80;
    private static final int START = 0x10;

    private int length;
    private boolean start;
    private boolean keyframe;
    private int pictureIdAt;
    private boolean longPictureId;
    private int tl0At;
    private int layerAt;
    private boolean hasLayer;
    private boolean hasKey;
    private byte[] bytes = new byte[1];

    public boolean read(byte[] bytes, int at, int size) {
        this.bytes = bytes;
        pictureIdAt = -1;
        tl0At = -1;
        layerAt = -1;
        hasLayer = false;
        hasKey = false;
        int end = at + size;
        if (size < 1) {
            return false;
        }
        int next = at + 1;
        if ((bytes[at] & EXTENDED) != 0) {
            next = extension(at + 1, end);
        }
        if (next < 0 || next > end) {
            return false;
        }
        length = next - at;
        start = (bytes[at] & START) != 0 && (bytes[at] & 0x07) == 0;
        // RFC 7741 section 4.3: the lowest bit of the first byte of the frame is 0 for a key frame.
        keyframe = start && next < end && (bytes[next] & 1) == 0;
        return true;
    }

    /// @return where the descriptor ends, or -1
    private int extension(int at, int end) {
        if (at >= end) {
            return -1;
        }
        int flags = Bytes.u8(bytes, at);
        int next = at + 1;
        if ((flags & 0x80) != 0) {
            if (next >= end) {
                return -1;
            }
            pictureIdAt = next;
            longPictureId = bytes[next] < 0;
            next += longPictureId ? 2 : 1;
        }
        if ((flags & 0x40) != 0) {
            tl0At = next++;
        }
        hasLayer = (flags & 0x20) != 0;
        hasKey = (flags & 0x10) != 0;
        if (hasLayer || hasKey) {
            layerAt = next++;
        }
        return next <= end ? next : -1;
    }

    /// In bytes.
    public int length() {
        return length;
    }

    /// True for the first packet of a frame.
    public boolean start() {
        return start;
    }

    public boolean keyframe() {
        return keyframe;
    }

    /// 7 or 15 bits, or -1.
    public int pictureId() {
        if (pictureIdAt < 0) {
            return -1;
        }
        return longPictureId ? Bytes.u16(bytes, pictureIdAt) & 0x7fff : bytes[pictureIdAt] & 0x7f;
    }

    public boolean longPictureId() {
        return longPictureId;
    }

    /// 8 bits, or -1.
    public int tl0PictureIndex() {
        return tl0At < 0 ? -1 : Bytes.u8(bytes, tl0At);
    }

    public int temporal() {
        return hasLayer ? Bytes.u8(bytes, layerAt) >>> 6 : 0;
    }

    public boolean layerSync() {
        return hasLayer && (bytes[layerAt] & 0x20) != 0;
    }

    /// 5 bits, or -1.
    public int keyIndex() {
        return hasKey ? bytes[layerAt] & 0x1f : -1;
    }

    /// Overwrites the numbers of a descriptor that has them, in a packet of the same shape at another place.
    void renumber(byte[] target, int shift, int pictureId, int tl0PictureIndex, int keyIndex) {
        if (pictureIdAt >= 0 && longPictureId) {
            Bytes.put16(target, pictureIdAt + shift, 0x8000 | (pictureId & 0x7fff));
        } else if (pictureIdAt >= 0) {
            Bytes.put8(target, pictureIdAt + shift, pictureId & 0x7f);
        }
        if (tl0At >= 0) {
            Bytes.put8(target, tl0At + shift, tl0PictureIndex);
        }
        if (hasKey) {
            Bytes.put8(target, layerAt + shift, (bytes[layerAt] & 0xe0) | (keyIndex & 0x1f));
        }
    }
}
