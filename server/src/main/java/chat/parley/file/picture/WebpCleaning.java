package chat.parley.file.picture;

import chat.parley.base.content.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Copies a WebP's chunks that make its picture or its animation. The container tells its own length first, so the
/// chunks are counted in one pass and copied in a second.
final class WebpCleaning {
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int EXIF_AND_XMP = 0x08 | 0x04;

    private WebpCleaning() {}

    static Cleaned clean(Content content, OutputStream out) throws IOException {
        long kept = pass(content, OutputStream.nullOutputStream());
        out.write(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(Math.toIntExact(4 + kept))
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .array());
        pass(content, out);
        try (var in = content.open()) {
            var size = Size.of("image/webp", in.readNBytes(64));
            if (size == null) {
                throw new Broken("A WebP without a size");
            }
            return new Cleaned(size, 1);
        }
    }

    /// @return how many bytes the kept chunks have
    private static long pass(Content content, OutputStream out) throws IOException {
        try (var stream = content.open()) {
            var in = new Source(stream);
            byte[] riff = in.bytes(12);
            long left = Integer.toUnsignedLong(little(riff, 4)) - 4;
            long kept = 0;
            while (left >= 8) {
                byte[] head = in.bytes(8);
                long length = Integer.toUnsignedLong(little(head, 4));
                long padded = length + (length & 1);
                String type = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
                if (KEPT.contains(type) && length > 0) {
                    out.write(head);
                    int first = in.one();
                    out.write(type.equals("VP8X") ? first & ~EXIF_AND_XMP : first);
                    in.copy(out, length - 1);
                    out.write(new byte[(int) (padded - length)]);
                    in.upTo((int) (padded - length));
                    kept += 8 + padded;
                } else {
                    in.skip(Math.min(padded, left - 8));
                }
                left -= 8 + padded;
            }
            return kept;
        }
    }

    private static int little(byte[] bytes, int at) {
        return Size.littleShort(bytes, at) | Size.littleShort(bytes, at + 2) << 16;
    }
}
