package chat.parley.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures that tests make.
public final class Pictures {
    /// Written by Chromium: 40 by 20, the left red, the right blue.
    private static final String LOSSY =
            "UklGRoAAAABXRUJQVlA4WAoAAAAAAAAAJwAAEwAAVlA4IGIAAAAQBQCdASooABQAPtFWpEuoJKOhsAgBABoJQBnM"
                    + "9i8g+QClAfYBX/+4AAXvMGf2rM6AAP7rNv/oIoLs//9CTQreR+2C2TLQ649XQqwczSd+q8oZ/8fAAABbQl80VWui"
                    + "AAAAAA==";
    private static final String LOSSLESS =
            "UklGRjoAAABXRUJQVlA4WAoAAAAAAAAAJwAAEwAAVlA4TBwAAAAvJ8AEAA8Q87//8x8OCLJtanB/2gkcIKL/UeMd";
    /// 16 by 16, half of it green through which one sees.
    private static final String ALPHA =
            "UklGRmIAAABXRUJQVlA4WAoAAAAQAAAADwAADwAAQUxQSBIAAAABDzCAERFCLJjMX7o7g4j+Ry5WUDggKgAAAHAB"
                    + "AJ0BKhAAEAACwEwloAJ0AUAAAP7uiH/+8uH/8+0f/nn/14T//XQgAA==";

    private Pictures() {}

    public static byte[] lossyWebp() {
        return Base64.getDecoder().decode(LOSSY);
    }

    public static byte[] losslessWebp() {
        return Base64.getDecoder().decode(LOSSLESS);
    }

    public static byte[] alphaWebp() {
        return Base64.getDecoder().decode(ALPHA);
    }

    /// Two frames, each of them the lossy picture.
    public static byte[] movingWebp() {
        byte[] still = lossyWebp();
        byte[] picture = Arrays.copyOfRange(still, 30, still.length);
        byte[] frame = little("ANMF", 16 + picture.length)
                .put(new byte[] {0, 0, 0, 0, 0, 0, 39, 0, 0, 19, 0, 0, 100, 0, 0, 0})
                .put(picture)
                .array();
        byte[] extended = little("VP8X", 10)
                .put(new byte[] {2, 0, 0, 0, 39, 0, 0, 19, 0, 0})
                .array();
        byte[] timing = little("ANIM", 6).put(new byte[6]).array();
        int length = 4 + extended.length + timing.length + 2 * frame.length;
        return ByteBuffer.allocate(8 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(extended)
                .put(timing)
                .put(frame)
                .put(frame)
                .array();
    }

    private static ByteBuffer little(String type, int length) {
        return ByteBuffer.allocate(8 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(length);
    }

    /// A PNG of 8 by 8 with a second frame of one pixel.
    public static byte[] movingPng() {
        byte[] still = of("png", 8, 8);
        byte[] end = Arrays.copyOfRange(still, still.length - 12, still.length);
        byte[] control = ByteBuffer.allocate(26)
                .putInt(0)
                .putInt(8)
                .putInt(8)
                .putInt(20, 0x0001_000a)
                .array();
        byte[] second = ByteBuffer.allocate(26)
                .putInt(1)
                .putInt(1)
                .putInt(1)
                .putInt(20, 0x0001_000a)
                .array();
        byte[] head = withChunk(withChunk(still, "fcTL", control), "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});
        byte[] body = Arrays.copyOf(head, head.length - 12);
        byte[] pixel = {0, 0, 0, 2, 0x78, 0x01, 0x01, 4, 0, (byte) 0xfb, (byte) 0xff, 0, 0, 0, 0, 0, 4, 0, 1};
        var out = new ByteArrayOutputStream();
        out.writeBytes(body);
        out.writeBytes(chunk("fcTL", second));
        out.writeBytes(chunk("fdAT", pixel));
        out.writeBytes(end);
        return out.toByteArray();
    }

    /// The GIF's one picture twice.
    public static byte[] movingGif() {
        byte[] still = of("gif", 8, 8);
        int colours = 13 + (3 << ((still[10] & 7) + 1));
        var out = new ByteArrayOutputStream();
        out.write(still, 0, still.length - 1);
        out.write(still, colours, still.length - colours);
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /// Left half red, right half blue.
    public static byte[] of(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /// The PNG with one more chunk after its head.
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        byte[] chunk = chunk(type, data);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, 33)
                .put(chunk)
                .put(png, 33, png.length - 33)
                .array();
    }

    /// The JPEG with EXIF that says how it is turned and where it was taken.
    public static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + 30)
                .put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put("GPS 48.1 N 11.5 E secret place".getBytes(StandardCharsets.US_ASCII))
                .array();
        return ByteBuffer.allocate(jpeg.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
