package chat.parley.file.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How large a picture is, read from its head before anything is decoded.
public record Size(int width, int height) {
    public long pixels() {
        return (long) width * height;
    }

    Size turned(int orientation) {
        return orientation >= 5 ? new Size(/* width= */ height, /* height= */ width) : this;
    }

    /// @param head of a PNG, GIF or WebP; a JPEG is measured while it is cleaned
    static @Nullable Size of(String type, byte[] head) {
        return switch (type) {
            case "image/png" -> head.length < 24 ? null : new Size(bigInt(head, 16), bigInt(head, 20));
            case "image/gif" -> head.length < 10 ? null : new Size(littleShort(head, 6), littleShort(head, 8));
            case "image/webp" -> webp(head);
            default -> null;
        };
    }

    private static @Nullable Size webp(byte[] head) {
        if (head.length < 30) {
            return null;
        }
        return switch (new String(Arrays.copyOfRange(head, 12, 16), StandardCharsets.ISO_8859_1)) {
            case "VP8X" -> new Size(1 + littleTriple(head, 24), 1 + littleTriple(head, 27));
            case "VP8 " -> new Size(littleShort(head, 26) & 0x3fff, littleShort(head, 28) & 0x3fff);
            case "VP8L" -> {
                int bits = littleShort(head, 21) | littleShort(head, 23) << 16;
                yield new Size(1 + (bits & 0x3fff), 1 + (bits >>> 14 & 0x3fff));
            }
            default -> null;
        };
    }

    static int bigInt(byte[] bytes, int at) {
        return bigShort(bytes, at) << 16 | bigShort(bytes, at + 2);
    }

    static int bigShort(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }

    static int littleShort(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8;
    }

    private static int littleTriple(byte[] bytes, int at) {
        return littleShort(bytes, at) | Byte.toUnsignedInt(bytes[at + 2]) << 16;
    }
}
