package chat.parley.voice.record.frame;

/// The payload descriptor of VP9 (RFC 9628, 4.2) with the sizes of the layers, which the forwarder has no use for.
final class Vp9Head {
    private static final int PICTURE_ID = 0x80;
    private static final int INTER = 0x40;
    private static final int LAYERED = 0x20;
    private static final int FLEXIBLE = 0x10;
    private static final int BEGINS = 0x08;
    private static final int STRUCTURE = 0x02;
    private static final int REFERENCES_MAX = 3;

    private byte[] bytes = {};
    private int flags;
    private int layers;
    private int at;
    private int width;
    private int height;

    /// @return false when it is damaged
    boolean read(byte[] payload) {
        bytes = payload;
        at = 0;
        layers = 0;
        width = 0;
        height = 0;
        flags = one();
        if (has(PICTURE_ID) && (one() & 0x80) != 0) {
            at++;
        }
        if (has(LAYERED)) {
            layers = one();
            at += has(FLEXIBLE) ? 0 : 1;
        }
        if (has(FLEXIBLE) && has(INTER)) {
            for (int more = 1, count = 0; more == 1 && count < REFERENCES_MAX; count++) {
                more = one() & 1;
            }
        }
        if (has(STRUCTURE)) {
            structure();
        }
        return at <= payload.length && payload.length > 0;
    }

    private void structure() {
        int head = one();
        int count = (head >> 5) + 1;
        for (int i = 0; i < count && (head & 0x10) != 0; i++) {
            width = one() << 8 | one();
            height = one() << 8 | one();
        }
        int pictures = (head & 0x08) == 0 ? 0 : one();
        for (int i = 0; i < pictures; i++) {
            at += one() >> 2 & 3;
        }
    }

    private int one() {
        int now = at++;
        return now < bytes.length ? bytes[now] & 0xff : 0;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// In bytes.
    int length() {
        return at;
    }

    /// With it the picture of a layer begins.
    boolean begins() {
        return has(BEGINS);
    }

    int spatial() {
        return layers >> 1 & 7;
    }

    boolean keyframe() {
        return begins() && !has(INTER) && spatial() == 0;
    }

    /// Of the largest layer, or zero when the packet does not tell.
    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
