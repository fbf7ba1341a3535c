package chat.parley.file.picture;

import java.util.Arrays;

/// A picture in some 25 bytes: its average colour and a few cosines of lightness and colour, as ThumbHash has them
/// (https://evanw.github.io/thumbhash/). Shown blurred until the picture itself is there.
final class ThumbHash {
    private final int width;
    private final int height;
    private final boolean hasAlpha;
    private final int[] rgba;
    private final float[] average = new float[4];

    /// @param rgba one number a pixel, `AARRGGBB`, at most 100 x 100
    private ThumbHash(int width, int height, int[] rgba) {
        this.width = width;
        this.height = height;
        this.rgba = rgba;
        for (int pixel : rgba) {
            float alpha = (pixel >>> 24) / 255f;
            average[0] += alpha / 255f * (pixel >> 16 & 255);
            average[1] += alpha / 255f * (pixel >> 8 & 255);
            average[2] += alpha / 255f * (pixel & 255);
            average[3] += alpha;
        }
        for (int i = 0; i < 3 && average[3] > 0; i++) {
            average[i] /= average[3];
        }
        hasAlpha = average[3] < rgba.length;
    }

    static byte[] of(int width, int height, int[] rgba) {
        return new ThumbHash(width, height, rgba).encoded();
    }

    /// Cosines of one plane: a constant, the others, and the largest of those.
    private record Plane(float constant, float[] others, float scale) {}

    private byte[] encoded() {
        int most = hasAlpha ? 5 : 7;
        int across = Math.max(1, Math.round(most * (float) width / Math.max(width, height)));
        int down = Math.max(1, Math.round(most * (float) height / Math.max(width, height)));
        float[][] lpqa = planes();
        var lightness = plane(lpqa[0], Math.max(3, across), Math.max(3, down));
        var yellow = plane(lpqa[1], 3, 3);
        var red = plane(lpqa[2], 3, 3);
        boolean wide = width > height;
        int head = Math.round(63 * lightness.constant)
                | Math.round(31.5f + 31.5f * yellow.constant) << 6
                | Math.round(31.5f + 31.5f * red.constant) << 12
                | Math.round(31 * lightness.scale) << 18
                | (hasAlpha ? 1 << 23 : 0);
        int tail = (wide ? down : across)
                | Math.round(63 * yellow.scale) << 3
                | Math.round(63 * red.scale) << 9
                | (wide ? 1 << 15 : 0);
        var bits = new Nibbles(head, tail);
        if (hasAlpha) {
            var alpha = plane(lpqa[3], 5, 5);
            bits.one(Math.round(15 * alpha.constant));
            bits.one(Math.round(15 * alpha.scale));
            bits.all(lightness, yellow, red, alpha);
        } else {
            bits.all(lightness, yellow, red);
        }
        return bits.bytes();
    }

    private float[][] planes() {
        var planes = new float[4][rgba.length];
        for (int i = 0; i < rgba.length; i++) {
            float alpha = (rgba[i] >>> 24) / 255f;
            float r = average[0] * (1 - alpha) + alpha / 255f * (rgba[i] >> 16 & 255);
            float g = average[1] * (1 - alpha) + alpha / 255f * (rgba[i] >> 8 & 255);
            float b = average[2] * (1 - alpha) + alpha / 255f * (rgba[i] & 255);
            planes[0][i] = (r + g + b) / 3;
            planes[1][i] = (r + g) / 2 - b;
            planes[2][i] = r - g;
            planes[3][i] = alpha;
        }
        return planes;
    }

    private Plane plane(float[] values, int across, int down) {
        float constant = 0;
        float scale = 0;
        var others = new float[across * down];
        int count = 0;
        for (int cy = 0; cy < down; cy++) {
            for (int cx = 0; cx * down < across * (down - cy); cx++) {
                float sum = cosine(values, cx, cy);
                if (cx == 0 && cy == 0) {
                    constant = sum;
                } else {
                    others[count++] = sum;
                    scale = Math.max(scale, Math.abs(sum));
                }
            }
        }
        var used = new float[count];
        for (int i = 0; i < count; i++) {
            used[i] = scale == 0 ? 0 : 0.5f + 0.5f / scale * others[i];
        }
        return new Plane(constant, used, scale);
    }

    private float cosine(float[] values, int cx, int cy) {
        float sum = 0;
        for (int y = 0; y < height; y++) {
            double fy = Math.cos(Math.PI / height * cy * (y + 0.5));
            for (int x = 0; x < width; x++) {
                sum += (float) (values[x + y * width] * Math.cos(Math.PI / width * cx * (x + 0.5)) * fy);
            }
        }
        return sum / (width * height);
    }

    /// Half bytes after a head of three and two bytes.
    private static final class Nibbles {
        private final byte[] bytes = new byte[64];
        private int count = 10;

        Nibbles(int head, int tail) {
            bytes[0] = (byte) head;
            bytes[1] = (byte) (head >> 8);
            bytes[2] = (byte) (head >> 16);
            bytes[3] = (byte) tail;
            bytes[4] = (byte) (tail >> 8);
        }

        void one(int nibble) {
            bytes[count / 2] |= (byte) (nibble << (count % 2 * 4));
            count++;
        }

        void all(Plane... planes) {
            for (var plane : planes) {
                for (float value : plane.others) {
                    one(Math.round(15 * value));
                }
            }
        }

        byte[] bytes() {
            return Arrays.copyOf(bytes, (count + 1) / 2);
        }
    }
}
