package chat.parley.file.recording;

import chat.parley.file.picture.Size;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One stream in an Ogg: what its first packet says, and which of its bytes are comments.
final class OggStream {
    private final byte[] emptied;
    private final double perSecond;
    private final long skipped;
    private final @Nullable Size size;
    private int packet;
    private int at;
    private long last;

    /// @param first the stream's first page, which holds its first packet alone
    OggStream(byte[] first) {
        if (begins(first, "OpusHead") && first.length >= 19) {
            emptied = empty("OpusTags", false);
            perSecond = 48_000;
            skipped = Ogg.little(first, 10, 2);
            size = null;
        } else if (begins(first, "\u0001vorbis") && first.length >= 16) {
            emptied = empty("\u0003vorbis", true);
            perSecond = (double) Ogg.little(first, 12, 4);
            skipped = 0;
            size = null;
        } else if (begins(first, "\u0080theora") && first.length >= 20) {
            emptied = empty("\u0081theora", false);
            perSecond = 0;
            skipped = 0;
            size = Recording.size(big(first, 14), big(first, 17));
        } else if (begins(first, "Speex   ") && first.length >= 40) {
            emptied = empty("", false);
            perSecond = (double) Ogg.little(first, 36, 4);
            skipped = 0;
            size = null;
        } else {
            emptied = new byte[0];
            perSecond = 0;
            skipped = 0;
            size = null;
        }
    }

    @Nullable
    Size size() {
        return size;
    }

    @Nullable
    Double seconds() {
        return perSecond <= 0 ? null : Recording.seconds((double) last - skipped, perSecond);
    }

    /// @param granule where the stream is after a page; -1 when nothing ends on it
    void until(long granule) {
        if (granule > last) {
            last = granule;
        }
    }

    /// Empties what of the page's bytes belongs to the comments.
    ///
    /// @param lengths of the pieces; one below 255 ends a packet
    boolean pass(byte[] lengths, byte[] body) {
        boolean changed = false;
        int from = 0;
        for (byte length : lengths) {
            int count = Byte.toUnsignedInt(length);
            if (packet == 1 && emptied.length > 0) {
                for (int i = from; i < from + count; i++, at++) {
                    body[i] = at < emptied.length ? emptied[at] : 0;
                }
                changed = true;
            }
            from += count;
            if (count < 255 && packet < 2) {
                packet++;
            }
        }
        return changed;
    }

    /// Comments of nobody: no name of a program, and none.
    private static byte[] empty(String magic, boolean framed) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(magic.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[8]);
        if (framed) {
            out.write(1);
        }
        return out.toByteArray();
    }

    private static boolean begins(byte[] bytes, String text) {
        return new String(bytes, 0, Math.min(bytes.length, text.length()), StandardCharsets.ISO_8859_1).equals(text);
    }

    private static int big(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << 16
                | Byte.toUnsignedInt(bytes[at + 1]) << 8
                | Byte.toUnsignedInt(bytes[at + 2]);
    }
}
