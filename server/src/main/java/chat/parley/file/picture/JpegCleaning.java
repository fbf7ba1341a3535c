package chat.parley.file.picture;

import chat.parley.file.container.Broken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Copies a JPEG (ITU-T T.81 annex B) without what is not its picture: camera, place, author, thumbnails, comments, and
/// whatever stands after its end. Colour profile and Adobe's colour transform stay, because the colours depend on them,
/// and of EXIF the orientation alone.
final class JpegCleaning {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;

    private final Source in;
    private final OutputStream out;
    private int orientation = 1;
    private @Nullable Size size;

    private JpegCleaning(Source in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static Cleaned clean(Source in, OutputStream out) throws IOException {
        var cleaning = new JpegCleaning(in, out);
        cleaning.run();
        if (cleaning.size == null) {
            throw new Broken("A JPEG without a frame");
        }
        return new Cleaned(cleaning.size, cleaning.orientation);
    }

    private void run() throws IOException {
        if (in.one() != 0xff || in.one() != START) {
            throw new Broken("No JPEG");
        }
        out.write(0xff);
        out.write(START);
        for (int marker = marker(); marker != END; ) {
            segment(marker);
            marker = marker == SCAN ? scan() : marker();
        }
        out.write(0xff);
        out.write(END);
    }

    private int marker() throws IOException {
        if (in.one() != 0xff) {
            throw new Broken("A JPEG whose segments do not join");
        }
        int marker = in.one();
        while (marker == 0xff) {
            marker = in.one();
        }
        return marker;
    }

    private void segment(int marker) throws IOException {
        byte[] head = in.bytes(2);
        int length = Size.bigShort(head, 0) - 2;
        if (length < 0) {
            throw new Broken("A JPEG with a segment of no length");
        }
        byte[] body = in.bytes(length);
        if (isFrame(marker) && length >= 5) {
            size = new Size(Size.bigShort(body, 3), Size.bigShort(body, 1));
        }
        if (marker == APP1 && begins(body, "Exif\0\0")) {
            orientation = Orientation.of(body);
            if (orientation != 1) {
                write(APP1, Orientation.exif(orientation));
            }
        } else if (isKept(marker, body)) {
            write(marker, body);
        }
    }

    private void write(int marker, byte[] body) throws IOException {
        out.write(0xff);
        out.write(marker);
        out.write((body.length + 2) >> 8);
        out.write(body.length + 2);
        out.write(body);
    }

    /// Copies compressed data until a marker that is neither a stuffed byte nor a restart.
    private int scan() throws IOException {
        while (true) {
            int one = in.maybe();
            if (one < 0) {
                return END;
            }
            if (one != 0xff) {
                out.write(one);
                continue;
            }
            int next = in.maybe();
            while (next == 0xff) {
                next = in.maybe();
            }
            if (next < 0) {
                return END;
            }
            if (next != 0 && (next < 0xd0 || next > 0xd7)) {
                return next;
            }
            out.write(0xff);
            out.write(next);
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean isKept(int marker, byte[] body) {
        if (marker == APP0) {
            return begins(body, "JFIF\0");
        }
        if (marker == APP2) {
            return begins(body, "ICC_PROFILE\0");
        }
        return marker != COMMENT && (marker < APP0 || marker > APP15 || marker == APP14);
    }

    private static boolean begins(byte[] body, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return body.length >= wanted.length && Arrays.equals(body, 0, wanted.length, wanted, 0, wanted.length);
    }
}
