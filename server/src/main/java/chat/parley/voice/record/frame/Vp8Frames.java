package chat.parley.voice.record.frame;

import chat.parley.media.codec.Vp8Descriptor;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// VP8 (RFC 7741, RFC 6386).
final class Vp8Frames implements Frames {
    private static final int HEAD_BYTES = 10;

    private final Vp8Descriptor descriptor = new Vp8Descriptor();
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean key;
    private @Nullable Format format;

    @Override
    public boolean read(byte[] payload) {
        return descriptor.read(payload, 0, payload.length);
    }

    @Override
    public boolean opens() {
        return descriptor.start();
    }

    @Override
    public boolean keyframe() {
        return descriptor.keyframe();
    }

    @Override
    public void clear() {
        frame.reset();
    }

    @Override
    public void add(byte[] payload) {
        frame.write(payload, descriptor.length(), payload.length - descriptor.length());
    }

    @Override
    public byte[] whole() {
        byte[] bytes = frame.toByteArray();
        key = bytes.length > 0 && (bytes[0] & 1) == 0;
        if (key && bytes.length < HEAD_BYTES) {
            return new byte[0];
        }
        if (key) {
            format = new Format("V_VP8", size(bytes, 6), size(bytes, 8));
        }
        return bytes;
    }

    private static int size(byte[] frame, int at) {
        return (frame[at] & 0xff) | (frame[at + 1] & 0x3f) << 8;
    }

    @Override
    public boolean key() {
        return key;
    }

    @Override
    public @Nullable Format format() {
        return format;
    }
}
