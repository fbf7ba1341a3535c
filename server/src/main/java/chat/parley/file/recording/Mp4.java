package chat.parley.file.recording;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.container.Bytes;
import chat.parley.file.container.Patches;
import chat.parley.file.kind.FileKind;
import chat.parley.file.picture.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// MP4 and QuickTime (ISO 14496-12): boxes in boxes, each after its length and type. Boxes that are not known to make
/// sound or picture become free space of the same length, because others point behind them; times become none.
final class Mp4 {
    private static final int BOXES_MAX = 100_000;
    private static final int HANDLER_AT = 8;
    private static final byte[] FREE = "free".getBytes(StandardCharsets.ISO_8859_1);
    private static final Set<String> SHOWN = Set.of("vide", "soun", "text", "sbtl", "subt", "clcp", "tmcd");

    /// What is kept of what stands in a box.
    private static final Map<String, Set<String>> KEPT = Map.of(
            "", Set.of("ftyp", "styp", "moov", "moof", "mdat", "mfra", "sidx", "ssix", "wide"),
            "moov", Set.of("mvhd", "trak", "mvex", "pssh"),
            "mvex", Set.of("mehd", "trex", "leva"),
            "trak", Set.of("tkhd", "edts", "tref", "tapt", "load", "mdia", "trgr"),
            "mdia", Set.of("mdhd", "hdlr", "elng", "minf"),
            "minf", Set.of("vmhd", "smhd", "hmhd", "nmhd", "sthd", "gmhd", "dinf", "stbl", "hdlr"),
            "moof", Set.of("mfhd", "traf", "pssh"),
            "traf", Set.of("tfhd", "tfdt", "trun", "saiz", "saio", "senc", "sbgp", "sgpd", "subs"));

    private final Bytes in;
    private final Patches patches = new Patches();
    private int boxes;
    private boolean movie;
    private double perSecond = 1;
    private long length;
    private @Nullable Size size;

    private record Box(String type, long at, long body, long end) {}

    private Mp4(Bytes in) {
        this.in = in;
    }

    static Recording clean(FileKind kind, Content content, OutputStream out) throws IOException {
        var file = new Mp4(new Bytes(content));
        file.walk("", 0, content.length());
        if (!file.movie) {
            throw new Broken("An MP4 without a movie");
        }
        file.patches.copy(content, out);
        boolean sound = file.size == null;
        return new Recording(
                sound ? new FileKind("audio/mp4", FileKind.Family.AUDIO) : kind,
                file.size,
                Recording.seconds((double) file.length, file.perSecond));
    }

    private void walk(String parent, long from, long end) throws IOException {
        var kept = KEPT.get(parent);
        for (var box = box(parent, from, end); box != null; box = box(parent, box.end(), end)) {
            boolean known = kept != null && kept.contains(box.type());
            if (!known || (box.type().equals("trak") && !SHOWN.contains(handler(box)))) {
                // The length before the type stays, in 4 bytes or in 8 after it.
                patches.put(box.at() + 4, FREE, 0);
                patches.zero(box.body(), box.end() - box.body());
            } else if (KEPT.containsKey(box.type())) {
                movie |= box.type().equals("moov");
                walk(box.type(), box.body(), box.end());
            } else {
                read(box);
            }
        }
    }

    private @Nullable Box box(String parent, long at, long end) throws IOException {
        if (at + 8 > end) {
            return null;
        }
        if (++boxes > BOXES_MAX) {
            throw new Broken("An MP4 of too many boxes");
        }
        long length = in.big(at, 4);
        String type = in.text(at + 4, 4);
        long body = at + 8;
        if (length == 1) {
            length = in.big(at + 8, 8);
            body = at + 16;
        } else if (length == 0 && parent.isEmpty()) {
            length = end - at;
        }
        if (length < body - at || length > end - at) {
            // Of a film that was cut off there is at least the beginning.
            if (!parent.isEmpty() || !type.equals("mdat") || length < 8) {
                throw new Broken("An MP4 whose boxes do not fit");
            }
            length = end - at;
        }
        return new Box(type, at, body, at + length);
    }

    private void read(Box box) throws IOException {
        switch (box.type()) {
            case "mvhd" -> {
                boolean wide = withoutTimes(box);
                long at = box.body() + (wide ? 20 : 12);
                perSecond = (double) in.big(at, 4);
                length = Math.max(length, known(in.big(at + 4, wide ? 8 : 4), wide));
            }
            case "mdhd" -> withoutTimes(box);
            case "tkhd" -> picture(box, withoutTimes(box) ? 52 : 40);
            case "mehd" -> {
                boolean wide = in.one(box.body()) == 1;
                length = Math.max(length, known(in.big(box.body() + 4, wide ? 8 : 4), wide));
            }
            default -> {}
        }
    }

    private static long known(long length, boolean wide) {
        return length < 0 || (!wide && length == 0xffff_ffffL) ? 0 : length;
    }

    /// Takes the times of making and changing away.
    ///
    /// @return whether its numbers have 8 bytes
    private boolean withoutTimes(Box box) throws IOException {
        boolean wide = in.one(box.body()) == 1;
        int count = wide ? 16 : 8;
        if (box.body() + 4 + count > box.end()) {
            throw new Broken("An MP4 whose heads are cut off");
        }
        patches.zero(box.body() + 4, count);
        return wide;
    }

    /// The largest picture counts. A matrix before its size says how it is turned.
    private void picture(Box box, int matrixAt) throws IOException {
        if (box.body() + matrixAt + 44 > box.end()) {
            return;
        }
        long matrix = box.body() + matrixAt;
        boolean turned = in.big(matrix, 4) == 0 && in.big(matrix + 4, 4) != 0;
        long width = in.big(matrix + 36, 4) >>> 16;
        long height = in.big(matrix + 40, 4) >>> 16;
        var found = turned
                ? Recording.size(/* width= */ height, /* height= */ width)
                : Recording.size(/* width= */ width, /* height= */ height);
        if (found != null && (size == null || found.pixels() > size.pixels())) {
            size = found;
        }
    }

    /// What a track holds, from its `mdia` and `hdlr`.
    private String handler(Box track) throws IOException {
        for (var box = box("trak", track.body(), track.end()); box != null; box = box("trak", box.end(), track.end())) {
            if (!box.type().equals("mdia")) {
                continue;
            }
            for (var in = box("mdia", box.body(), box.end()); in != null; in = box("mdia", in.end(), box.end())) {
                if (in.type().equals("hdlr")) {
                    return this.in.text(in.body() + HANDLER_AT, 4);
                }
            }
        }
        return "";
    }
}
