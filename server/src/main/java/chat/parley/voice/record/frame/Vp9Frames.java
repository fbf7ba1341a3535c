package chat.parley.voice.record.frame;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// VP9 (RFC 9628). The layers of one picture, each a frame of its own, become a superframe (annex B of VP9's
/// specification), whose last frame is the one to be shown.
final class Vp9Frames implements Frames {
    private static final int LAYERS_MAX = 8;
    private static final int SYNC = 0x498342;
    private static final int SRGB = 7;
    private static final int SIZE_BYTES = 4;

    private final Vp9Head head = new Vp9Head();
    private final List<ByteArrayOutputStream> layers = new ArrayList<>();
    private int width;
    private int height;
    private boolean key;
    private @Nullable Format format;

    @Override
    public boolean read(byte[] payload) {
        return head.read(payload);
    }

    @Override
    public boolean opens() {
        return head.begins() && head.spatial() == 0;
    }

    @Override
    public boolean keyframe() {
        return head.keyframe();
    }

    @Override
    public void clear() {
        layers.clear();
    }

    @Override
    public void add(byte[] payload) {
        if (layers.isEmpty() || (head.begins() && layers.size() < LAYERS_MAX)) {
            layers.add(new ByteArrayOutputStream());
        }
        if (head.width() > 0) {
            width = head.width();
            height = head.height();
        }
        layers.getLast().write(payload, head.length(), payload.length - head.length());
    }

    @Override
    public byte[] whole() {
        if (layers.isEmpty()) {
            return new byte[0];
        }
        byte[] first = layers.getFirst().toByteArray();
        var size = size(first);
        key = size != null;
        if (size != null) {
            boolean known = layers.size() > 1 && width > 0;
            format = known ? new Format("V_VP9", width, height) : size;
        }
        return layers.size() == 1 ? first : superframe();
    }

    private byte[] superframe() {
        var all = new ByteArrayOutputStream();
        var index = new ByteArrayOutputStream();
        int marker = 0b110_00_000 | (SIZE_BYTES - 1) << 3 | (layers.size() - 1);
        index.write(marker);
        for (var layer : layers) {
            all.writeBytes(layer.toByteArray());
            for (int shift = 0; shift < 8 * SIZE_BYTES; shift += 8) {
                index.write(layer.size() >> shift);
            }
        }
        index.write(marker);
        all.writeBytes(index.toByteArray());
        return all.toByteArray();
    }

    /// Of a key frame (6.2 of the specification); null for another.
    private static @Nullable Format size(byte[] frame) {
        var bits = new Bits(frame, 0);
        bits.skip(2);
        int profile = bits.number(1) | bits.number(1) << 1;
        bits.skip(profile == 3 ? 1 : 0);
        boolean again = bits.flag();
        boolean key = !bits.flag();
        bits.skip(2);
        if (again || !key || bits.number(24) != SYNC) {
            return null;
        }
        bits.skip(profile >= 2 ? 1 : 0);
        boolean odd = (profile & 1) == 1;
        if (bits.number(3) == SRGB) {
            bits.skip(odd ? 1 : 0);
        } else {
            bits.skip(odd ? 4 : 1);
        }
        return new Format("V_VP9", bits.number(16) + 1, bits.number(16) + 1);
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
