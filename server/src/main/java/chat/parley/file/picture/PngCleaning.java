package chat.parley.file.picture;

import chat.parley.file.container.Broken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Copies a PNG's chunks that make its picture or its animation, and none of its text, times and EXIF. What stands
/// after its end is left behind.
final class PngCleaning {
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP",
            "acTL", "fcTL", "fdAT");

    private PngCleaning() {}

    static Cleaned clean(Source in, OutputStream out) throws IOException {
        byte[] start = in.bytes(33);
        var size = Size.of("image/png", start);
        if (size == null || !type(start, 12).equals("IHDR") || Size.bigInt(start, 8) != 13) {
            throw new Broken("A PNG without a head");
        }
        out.write(start);
        boolean moves = false;
        while (true) {
            byte[] head = in.upTo(8);
            if (head.length < 8) {
                throw new Broken("A PNG without an end");
            }
            String type = type(head, 4);
            int length = Size.bigInt(head, 0);
            if (length < 0) {
                throw new Broken("A PNG with a chunk of no length");
            }
            moves |= type.equals("acTL");
            if (KEPT.contains(type)) {
                out.write(head);
                in.copy(out, length + 4L);
            } else {
                in.skip(length + 4L);
            }
            if (type.equals("IEND")) {
                return new Cleaned(size, 1, moves);
            }
        }
    }

    private static String type(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
}
