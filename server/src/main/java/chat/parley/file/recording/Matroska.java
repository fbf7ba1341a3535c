package chat.parley.file.recording;

import chat.parley.base.content.Content;
import chat.parley.file.container.Broken;
import chat.parley.file.container.Bytes;
import chat.parley.file.container.Patches;
import chat.parley.file.kind.FileKind;
import chat.parley.file.picture.Size;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// WebM (RFC 9559): elements in elements. The few that are entered hold none of the same id, so all are read in one
/// row, and those of unknown length, which recorders write, need nothing of their own.
final class Matroska {
    private static final int ELEMENTS_MAX = 1_000_000;
    private static final int HEAD = 0x1a45dfa3;
    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549a966;
    private static final int SCALE = 0x2ad7b1;
    private static final int DURATION = 0x4489;
    private static final int TRACKS = 0x1654ae6b;
    private static final int TRACK = 0xae;
    private static final int VIDEO = 0xe0;
    private static final int PIXEL_WIDTH = 0xb0;
    private static final int PIXEL_HEIGHT = 0xba;
    private static final int CLUSTER = 0x1f43b675;
    private static final int CLUSTER_TIME = 0xe7;
    private static final int BLOCK_GROUP = 0xa0;
    private static final int BLOCK = 0xa1;
    private static final int SIMPLE_BLOCK = 0xa3;
    private static final int VOID = 0xec;

    private final Bytes in;
    private final Patches patches = new Patches();
    private double scale = 1_000_000;
    private double duration;
    private long clusterTime;
    private long latest;
    private long width;
    private @Nullable Size size;

    private record Element(int id, long at, long body, long end, boolean open) {}

    private Matroska(Bytes in) {
        this.in = in;
    }

    static Recording clean(FileKind kind, Content content, OutputStream out) throws IOException {
        var file = new Matroska(new Bytes(content));
        file.walk();
        file.patches.copy(content, out);
        double units = file.duration > 0 ? file.duration : (double) file.latest;
        return new Recording(
                file.size == null ? new FileKind("audio/webm", FileKind.Family.AUDIO) : kind,
                file.size,
                Recording.seconds(units * file.scale, 1e9));
    }

    private void walk() throws IOException {
        long at = 0;
        boolean segment = false;
        for (int count = 0; at < in.length(); count++) {
            if (count > ELEMENTS_MAX) {
                throw new Broken("A WebM of too many elements");
            }
            var element = element(at);
            segment |= element.id() == SEGMENT;
            at = entered(element) ? element.body() : element.end();
            read(element);
        }
        if (!segment) {
            throw new Broken("A WebM without a segment");
        }
    }

    private boolean entered(Element it) {
        return switch (it.id()) {
            case SEGMENT, INFO, TRACKS, TRACK, VIDEO, BLOCK_GROUP -> true;
            // Only to find the end of what nothing says the length of.
            case CLUSTER -> it.open() || duration == 0;
            default -> false;
        };
    }

    private void read(Element it) throws IOException {
        switch (it.id()) {
            case SCALE -> scale = (double) number(it);
            case DURATION -> duration = decimal(it);
            case PIXEL_WIDTH -> width = number(it);
            case PIXEL_HEIGHT -> {
                var found = Recording.size(width, number(it));
                size = found == null || (size != null && size.pixels() > found.pixels()) ? size : found;
            }
            case CLUSTER_TIME -> clusterTime = number(it);
            case BLOCK, SIMPLE_BLOCK -> {
                int track = vint(it.body());
                latest = Math.max(latest, clusterTime + (short) in.big(it.body() + track, 2));
            }
            // Tags, Attachments, Title, DateUTC, names and ids of files, names of tracks, check sums, empty space.
            case 0x1254c367, 0x1941a469, 0x7ba9, 0x4461, 0x7384, 0x73a4, 0x3c83ab, 0x3e83bb, 0x536e, 0xbf, VOID ->
                empty(it);
            default -> {}
        }
    }

    /// Makes it empty space of the same length.
    private void empty(Element it) throws IOException {
        long whole = it.end() - it.at();
        if (whole < 9) {
            patches.put(it.at(), new byte[] {(byte) VOID, (byte) (0x80 | (whole - 2))}, whole - 2);
            return;
        }
        var head = new byte[9];
        head[0] = (byte) VOID;
        head[1] = 1;
        long body = whole - 9;
        for (int i = 0; i < 7; i++) {
            head[8 - i] = (byte) (body >>> (8 * i));
        }
        patches.put(it.at(), head, body);
    }

    private Element element(long at) throws IOException {
        int idBytes = vint(at);
        if (idBytes > 4) {
            throw new Broken("No WebM element");
        }
        int id = (int) in.big(at, idBytes);
        int lengthBytes = vint(at + idBytes);
        long all = (1L << (7 * lengthBytes)) - 1;
        long length = in.big(at + idBytes, lengthBytes) & all;
        long body = at + idBytes + lengthBytes;
        boolean open = length == all;
        boolean master = id == SEGMENT || id == CLUSTER;
        if ((open && !master) || (at == 0 && id != HEAD)) {
            throw new Broken("No WebM element");
        }
        long left = in.length() - body;
        boolean may = master || id == SIMPLE_BLOCK || id == BLOCK_GROUP || id == BLOCK;
        if (!open && length > left && !may) {
            throw new Broken("A WebM whose elements do not fit");
        }
        return new Element(id, at, body, open ? in.length() : body + Math.min(length, left), open);
    }

    /// How many bytes a number has of which the first says it.
    private int vint(long at) throws IOException {
        int first = in.one(at);
        if (first == 0) {
            throw new Broken("No WebM number");
        }
        return Integer.numberOfLeadingZeros(first) - 23;
    }

    private long number(Element it) throws IOException {
        return in.big(it.body(), (int) Math.min(8, it.end() - it.body()));
    }

    private double decimal(Element it) throws IOException {
        long bits = number(it);
        double read = it.end() - it.body() == 4 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
        return read > 0 && read < 1e15 ? read : 0;
    }
}
