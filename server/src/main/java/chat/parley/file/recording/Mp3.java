package chat.parley.file.recording;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.container.Bytes;
import chat.parley.file.kind.FileKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// MPEG audio between its tags. Of an ID3v2 tag in front what a player shows of the music stays: title, artist, album;
/// pictures, private and unknown things, comments and addresses go, and so do the tags behind.
final class Mp3 {
    private static final int TAGS_MAX = 8;
    private static final int SEARCHED_BYTES = 1 << 16;
    private static final int TEXT_MAX_BYTES = 4_096;
    private static final Set<String> KEPT = Set.of(
            "TIT1", "TIT2", "TIT3", "TPE1", "TPE2", "TALB", "TRCK", "TPOS", "TCON", "TCOM", "TYER", "TDRC", "TBPM");

    private final Bytes in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int version = 4;

    private Mp3(Bytes in) {
        this.in = in;
    }

    static Recording clean(FileKind kind, Content content, OutputStream out) throws IOException {
        var file = new Mp3(new Bytes(content));
        long from = file.start(file.afterTags());
        long end = file.end(from);
        byte[] tag = file.kept.toByteArray();
        if (tag.length > 0) {
            out.write(new byte[] {'I', 'D', '3', (byte) file.version, 0, 0});
            out.write(new byte[] {
                (byte) (tag.length >>> 21 & 0x7f),
                (byte) (tag.length >>> 14 & 0x7f),
                (byte) (tag.length >>> 7 & 0x7f),
                (byte) (tag.length & 0x7f)
            });
            out.write(tag);
        }
        try (var in = content.open(from, end - from)) {
            in.transferTo(out);
        }
        return new Recording(kind, null, file.seconds(from, end));
    }

    private long afterTags() throws IOException {
        long at = 0;
        for (int tags = 0; at + 10 <= in.length() && in.text(at, 3).equals("ID3"); tags++) {
            if (tags >= TAGS_MAX) {
                throw new Broken("An MP3 of nothing but tags");
            }
            int flags = in.one(at + 5);
            long length = synchsafe(at + 6);
            if (tags == 0 && flags == 0) {
                version = in.one(at + 3);
                frames(at + 10, Math.min(in.length(), at + 10 + length));
            }
            at += 10 + length + ((flags & 0x10) == 0 ? 0 : 10);
        }
        return at;
    }

    /// The frames of ID3v2.3 and 2.4; older tags go altogether.
    private void frames(long from, long end) throws IOException {
        if (version != 3 && version != 4) {
            return;
        }
        for (long at = from; at + 10 <= end && in.one(at) != 0; ) {
            long length = version == 4 ? synchsafe(at + 4) : in.big(at + 4, 4);
            if (length <= 0 || at + 10 + length > end) {
                return;
            }
            boolean plain = in.big(at + 8, 2) == 0 && length <= TEXT_MAX_BYTES;
            if (plain && KEPT.contains(in.text(at, 4))) {
                kept.writeBytes(in.all(at, (int) (10 + length)));
            }
            at += 10 + length;
        }
    }

    private long synchsafe(long at) throws IOException {
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number = number << 7 | (in.one(at + i) & 0x7f);
        }
        return number;
    }

    /// Where the first frame is; some files have blanks before it.
    private long start(long from) throws IOException {
        long until = Math.min(in.length() - 4, from + SEARCHED_BYTES);
        for (long at = from; at <= until; at++) {
            if (Mp3Frame.of(in.big(at, 4)) != null) {
                return at;
            }
        }
        throw new Broken("An MP3 without a frame");
    }

    /// In front of ID3v1 and APE tags.
    private long end(long from) throws IOException {
        long end = in.length();
        if (end - from > 128 && in.text(end - 128, 3).equals("TAG")) {
            end -= 128;
        }
        if (end - from > 32 && in.text(end - 32, 8).equals("APETAGEX")) {
            long length = in.little(end - 20, 4);
            boolean headed = (in.one(end - 9) & 0x80) != 0;
            long start = end - length - (headed ? 32 : 0);
            end = start > from ? start : end - 32;
        }
        return end;
    }

    private @Nullable Double seconds(long from, long end) throws IOException {
        var frame = Mp3Frame.of(in.big(from, 4));
        if (frame == null) {
            return null;
        }
        long xing = from + 4 + frame.sideBytes();
        if (xing + 12 <= end) {
            String name = new String(in.all(xing, 4), StandardCharsets.ISO_8859_1);
            if ((name.equals("Xing") || name.equals("Info")) && (in.big(xing + 4, 4) & 1) != 0) {
                return Recording.seconds((double) in.big(xing + 8, 4) * frame.samples(), frame.rate());
            }
        }
        return Recording.seconds((end - from) * 8.0, frame.bitrate());
    }
}
