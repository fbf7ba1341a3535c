package chat.parley.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Sound and films that tests make: containers as cameras and programs write them, with a [#SECRET] wherever people's
/// things stand in them.
public final class RecordingBytes {
    public static final String SECRET = "+48.1351+011.5820/secret";

    private RecordingBytes() {}

    public static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] box(String type, byte[]... parts) {
        byte[] body = joined(parts);
        return joined(ints(body.length + 8), text(type), body);
    }

    private static byte[] ints(int... numbers) {
        var bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    /// 5 seconds of 320 by 180 pixels, held upright: so 180 by 320.
    public static byte[] mp4() {
        byte[] movieHead = box("mvhd", ints(0, 0x12345678, 0x12345678, 1_000, 5_000), new byte[80]);
        byte[] turned = ints(0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000);
        byte[] trackHead = box(
                "tkhd", ints(0, 0x12345678, 0x12345678, 1, 0, 5_000), new byte[16], turned, ints(320 << 16, 180 << 16));
        byte[] media = box(
                "mdia",
                box("mdhd", ints(0, 0x12345678, 0x12345678, 1_000, 5_000, 0)),
                box("hdlr", ints(0, 0), text("vide"), new byte[13]),
                box("minf", box("stbl", box("stco", ints(0, 1, 900)))));
        byte[] places = box(
                "trak",
                box("tkhd", new byte[84]),
                box("mdia", box("hdlr", ints(0, 0), text("meta"), new byte[13]), box("minf", text(SECRET))));
        return joined(
                box("ftyp", text("isom"), ints(512), text("isommp41")),
                box(
                        "moov",
                        movieHead,
                        box("trak", trackHead, media, box("udta", text(SECRET)), box("meta", text(SECRET))),
                        places,
                        box("udta", box("\u00a9xyz", text(SECRET))),
                        box("meta", text(SECRET))),
                box("uuid", new byte[16], text("<x:xmpmeta>" + SECRET)),
                box("mdat", text("frames of the film")));
    }

    private static byte[] element(int id, byte[]... parts) {
        byte[] body = joined(parts);
        int idBytes = Math.max(1, (39 - Integer.numberOfLeadingZeros(id)) / 8);
        return joined(
                Arrays.copyOfRange(ints(id), 4 - idBytes, 4),
                new byte[] {0x10, (byte) (body.length >> 16), (byte) (body.length >> 8), (byte) body.length},
                body);
    }

    /// 2.5 seconds of 640 by 360 pixels.
    public static byte[] webm() {
        byte[] duration = ByteBuffer.allocate(4).putFloat(2_500).array();
        byte[] video = element(0xe0, element(0xb0, ints(640)), element(0xba, ints(360)));
        return joined(
                element(0x1a45dfa3, element(0x4282, text("webm"))),
                element(
                        0x18538067,
                        element(
                                0x1549a966,
                                element(0x2ad7b1, ints(1_000_000)),
                                element(0x4489, duration),
                                element(0x7ba9, text(SECRET))),
                        element(0x1654ae6b, element(0xae, element(0x83, new byte[] {1}), video)),
                        element(0x1f43b675, element(0xe7, ints(0)), element(0xa3, new byte[] {(byte) 0x81, 0, 5, 0, 1
                        })),
                        element(0x1254c367, text(SECRET)),
                        element(0x1941a469, text(SECRET))));
    }

    private static byte[] page(int flags, long granule, int number, byte[] packet) {
        int full = packet.length / 255;
        var lengths = new byte[full + 1];
        Arrays.fill(lengths, (byte) 255);
        lengths[full] = (byte) (packet.length % 255);
        return joined(
                text("OggS"),
                new byte[] {0, (byte) flags},
                ByteBuffer.allocate(20)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(granule)
                        .putInt(7)
                        .putInt(number)
                        .putInt(0)
                        .array(),
                new byte[] {(byte) lengths.length},
                lengths,
                packet);
    }

    /// 3 seconds of Opus.
    public static byte[] ogg() {
        byte[] head = ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) 312)
                .putInt(48_000)
                .array();
        byte[] tags = joined(text("OpusTags"), new byte[] {4, 0, 0, 0}, text("prog"), text(SECRET.repeat(20)));
        return joined(
                page(2, 0, 0, head), page(0, 0, 1, tags), page(4, (48_000 * 3) + 312, 2, text("sound of a voice")));
    }

    private static byte[] frame(String id, byte[] body) {
        return joined(text(id), ints(body.length), new byte[2], body);
    }

    /// A second of MPEG audio at 128 kbit/s, called Song.
    public static byte[] mp3() {
        byte[] tag = joined(
                frame("TIT2", text("\0Song")),
                frame("APIC", text(SECRET)),
                frame("GEOB", text(SECRET)),
                frame("PRIV", text(SECRET)),
                frame("COMM", text(SECRET)));
        var sound = new byte[16_000];
        sound[0] = (byte) 0xff;
        sound[1] = (byte) 0xfb;
        sound[2] = (byte) 0x90;
        var old = new byte[128];
        System.arraycopy(text("TAG" + SECRET), 0, old, 0, 3 + SECRET.length());
        return joined(
                text("ID3\3\0\0"),
                new byte[] {0, 0, (byte) (tag.length >> 7), (byte) (tag.length & 0x7f)},
                tag,
                sound,
                old);
    }

    /// 4 seconds at 44.1 kHz.
    public static byte[] flac() {
        byte[] info = ByteBuffer.allocate(34)
                .position(10)
                .putLong((44_100L << 44) | (44_100L * 4))
                .array();
        byte[] said = text(SECRET);
        return joined(
                text("fLaC"),
                new byte[] {0, 0, 0, 34},
                info,
                new byte[] {4, 0, 0, (byte) said.length},
                said,
                new byte[] {(byte) 0x86, 0, 0, (byte) said.length},
                said,
                text("frames"));
    }

    /// 2 seconds at 8 kHz.
    public static byte[] wav() {
        byte[] said = text(SECRET);
        var sound = ByteBuffer.allocate(12 + 24 + 8 + said.length + 8 + 16_000).order(ByteOrder.LITTLE_ENDIAN);
        sound.put(text("RIFF")).putInt(sound.capacity() - 8).put(text("WAVE"));
        sound.put(text("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        sound.putInt(8_000).putInt(8_000).putShort((short) 1).putShort((short) 8);
        sound.put(text("LIST")).putInt(said.length).put(said);
        return sound.put(text("data")).putInt(16_000).array();
    }
}
