package chat.parley.file.picture;

import chat.parley.file.container.Broken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Copies a GIF's pictures and timing, without comments, XMP and what stands after its end.
final class GifCleaning {
    private static final int PICTURE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;
    private static final int TIMING = 0xf9;
    private static final int APPLICATION = 0xff;

    private final Source in;
    private final OutputStream out;
    private int pictures;

    private GifCleaning(Source in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static Cleaned clean(Source in, OutputStream out) throws IOException {
        byte[] head = in.bytes(13);
        var size = Size.of("image/gif", head);
        if (size == null) {
            throw new Broken("No GIF");
        }
        out.write(head);
        in.copy(out, colours(Byte.toUnsignedInt(head[10])));
        var cleaning = new GifCleaning(in, out);
        cleaning.blocks();
        return new Cleaned(size, 1, cleaning.pictures > 1);
    }

    private void blocks() throws IOException {
        while (true) {
            switch (in.one()) {
                case PICTURE -> picture();
                case EXTENSION -> extension(in.one());
                case TRAILER -> {
                    out.write(TRAILER);
                    return;
                }
                default -> throw new Broken("A GIF with an unknown block");
            }
        }
    }

    private void picture() throws IOException {
        byte[] head = in.bytes(9);
        pictures++;
        out.write(PICTURE);
        out.write(head);
        in.copy(out, colours(Byte.toUnsignedInt(head[8])) + 1);
        pieces(out);
    }

    private void extension(int label) throws IOException {
        int length = in.one();
        byte[] first = in.bytes(length);
        String name = new String(first, StandardCharsets.ISO_8859_1);
        boolean kept = label == TIMING || (label == APPLICATION && name.matches("(NETSCAPE2\\.0|ANIMEXTS1\\.0)"));
        var to = kept ? out : OutputStream.nullOutputStream();
        to.write(EXTENSION);
        to.write(label);
        to.write(length);
        to.write(first);
        if (length > 0) {
            pieces(to);
        }
    }

    /// Pieces of up to 255 bytes, each after its length; none ends them.
    private void pieces(OutputStream to) throws IOException {
        int length = in.one();
        while (length > 0) {
            to.write(length);
            in.copy(to, length);
            length = in.one();
        }
        to.write(0);
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
