package chat.parley.media.codec;

import chat.parley.media.wire.Bytes;

/// The payload descriptor of VP9 (RFC 9628 section 4.2), up to the layers; what follows is the decoder's.
public final class Vp9Descriptor {
    private int flags;
    private int layers;
    private boolean layered;
    private int pictureId;

    public boolean read(byte[] bytes, int at, int size) {
        int end = at + size;
        if (size < 1) {
            return false;
        }
        flags = Bytes.u8(bytes, at);
        int next = at + 1;
        pictureId = -1;
        if ((flags & 0x80) != 0) {
            if (next >= end) {
                return false;
            }
            boolean wide = bytes[next] < 0;
            if (wide && next + 2 > end) {
                return false;
            }
            pictureId = wide ? Bytes.u16(bytes, next) & 0x7fff : bytes[next] & 0x7f;
            next += wide ? 2 : 1;
        }
        layered = (flags & 0x20) != 0;
        layers = 0;
        if (layered) {
            if (next >= end) {
                return false;
            }
            layers = Bytes.u8(bytes, next);
            // Non-flexible mode has TL0PICIDX behind the layers.
            next += (flags & 0x10) == 0 ? 2 : 1;
        }
        return next <= end;
    }

    /// 7 or 15 bits, or -1.
    public int pictureId() {
        return pictureId;
    }

    /// The first packet of a frame of a layer.
    public boolean start() {
        return (flags & 0x08) != 0;
    }

    public boolean end() {
        return (flags & 0x04) != 0;
    }

    /// The first packet of the lowest layer of a picture that is predicted from none before it.
    public boolean keyframe() {
        return start() && (flags & 0x40) == 0 && spatial() == 0 && !interLayer();
    }

    /// Predicted from pictures before it. A frame of a higher layer that is not may be the first of its layer.
    public boolean interPicture() {
        return (flags & 0x40) != 0;
    }

    public int spatial() {
        return layers >>> 1 & 7;
    }

    public int temporal() {
        return layers >>> 5;
    }

    /// Later pictures of higher temporal layers need none of these layers from before this one.
    public boolean switchingUp() {
        return layered && (layers & 0x10) != 0;
    }

    /// Needs the layer below of the same picture.
    public boolean interLayer() {
        return layered && (layers & 1) != 0;
    }

    /// No layer above will need this one (the Z bit).
    public boolean notForUpper() {
        return (flags & 0x01) != 0;
    }
}
