package chat.parley.file.picture;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Copies a WebP's chunks that make its picture or its animation. The container tells its own length first, so the
/// chunks are counted in one pass and copied in a second.
final class WebpCleaning {
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int ANIMATION = 0x02;
    private static final int EXIF_AND_XMP = 0x08 | 0x04;
    private static final int HEAD_BYTES = 64;
    /// Where the frame of a moving picture has its own chunks: after its place, size and timing.
    private static final int FRAME_HEAD_BYTES = 16;

    private WebpCleaning() {}

    static Cleaned clean(Content content, OutputStream out) throws IOException {
        var size = measured(content);
        long kept = pass(content, OutputStream.nullOutputStream());
        out.write(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(Math.toIntExact(4 + kept))
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .array());
        pass(content, out);
        return new Cleaned(size, 1, moves(content));
    }

    private static byte[] head(Content content) throws IOException {
        try (var in = content.open()) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    private static Size measured(Content content) throws IOException {
        var size = Size.of("image/webp", head(content));
        if (size == null) {
            throw new Broken("A WebP without a size");
        }
        return size;
    }

    private static boolean moves(Content content) throws IOException {
        byte[] head = head(content);
        return type(head, 12).equals("VP8X") && (head[20] & ANIMATION) != 0;
    }

    /// What a chunk decodes to is no larger than the whole says it is; memory was promised by that.
    private static void requireWithin(Size whole, String type, byte[] chunk) throws IOException {
        byte[] body = type.equals("ANMF") ? Arrays.copyOfRange(chunk, 8 + FRAME_HEAD_BYTES, chunk.length) : chunk;
        byte[] riff = new byte[12 + body.length];
        System.arraycopy(body, 0, riff, 12, body.length);
        String inner = body.length < 4 ? "" : type(body, 0);
        var size = inner.startsWith("VP8") && !inner.equals("VP8X") ? Size.of("image/webp", riff) : null;
        if (size != null && (size.width() > whole.width() || size.height() > whole.height())) {
            throw new Broken("A WebP with a frame larger than itself");
        }
    }

    private static String type(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /// @return how many bytes the kept chunks have
    private static long pass(Content content, OutputStream out) throws IOException {
        var whole = measured(content);
        try (var stream = content.open()) {
            var in = new Source(stream);
            byte[] riff = in.bytes(12);
            long left = Integer.toUnsignedLong(little(riff, 4)) - 4;
            long kept = 0;
            while (left >= 8) {
                byte[] head = in.bytes(8);
                long length = Integer.toUnsignedLong(little(head, 4));
                long padded = length + (length & 1);
                String type = type(head, 0);
                if (KEPT.contains(type) && length > 0) {
                    out.write(head);
                    byte[] start = in.bytes((int) Math.min(length, HEAD_BYTES));
                    requireWithin(whole, type, joined(head, start));
                    if (type.equals("VP8X")) {
                        start[0] &= ~EXIF_AND_XMP;
                    }
                    out.write(start);
                    in.copy(out, length - start.length);
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

    private static byte[] joined(byte[] head, byte[] start) {
        byte[] joined = Arrays.copyOf(head, head.length + start.length);
        System.arraycopy(start, 0, joined, head.length, start.length);
        return joined;
    }

    private static int little(byte[] bytes, int at) {
        return Size.littleShort(bytes, at) | Size.littleShort(bytes, at + 2) << 16;
    }
}
