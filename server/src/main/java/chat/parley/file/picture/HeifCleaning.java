package chat.parley.file.picture;

import chat.parley.base.content.Content;
import chat.parley.file.container.Box;
import chat.parley.file.container.Broken;
import chat.parley.file.container.Bytes;
import chat.parley.file.container.Patches;
import chat.parley.file.container.Spans;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// AVIF and HEIC (ISO 23008-12). Boxes that no picture is made of become free space of the same length, because others
/// point behind them; so do items such as `Exif` and XMP, names, and all bytes that belong to no picture.
final class HeifCleaning {
    private static final int BOXES_MAX = 100_000;
    private static final byte[] FREE = "free".getBytes(StandardCharsets.ISO_8859_1);
    /// EXIF's orientations for a quarter, a half and three quarters of a turn against the clock.
    private static final int[] TURNS = {1, 8, 3, 6};

    private static final Set<String> FILM = Set.of("moov", "trak", "mdia", "minf");

    /// What is kept of what stands in a box.
    private static final Map<String, Set<String>> KEPT = Map.of(
            "", Set.of("ftyp", "meta", "mdat", "moov"),
            "meta", Set.of("hdlr", "pitm", "iloc", "iinf", "iref", "iprp", "idat", "grpl", "dinf"),
            "iprp", Set.of("ipco", "ipma"),
            "ipco",
                    Set.of(
                            "ispe", "pixi", "av1C", "hvcC", "avcC", "vvcC", "jpgC", "colr", "irot", "imir", "pasp",
                            "clap", "auxC", "clli", "mdcv", "cclv", "amve", "a1op", "a1lx", "lsel", "rloc", "cmpd",
                            "uncC"),
            "moov", Set.of("mvhd", "trak", "mvex"),
            "trak", Set.of("tkhd", "edts", "tref", "mdia"),
            "mdia", Set.of("mdhd", "hdlr", "minf"),
            "minf", Set.of("vmhd", "nmhd", "dinf", "stbl"));

    private final Bytes in;
    private final HeifItems items;
    private final List<Box> data = new ArrayList<>();
    /// What becomes free space: the type is overwritten and the rest zeroed.
    private final List<Long> freed = new ArrayList<>();
    private final Spans zeros = new Spans();
    private @Nullable Box places;
    private @Nullable Box inside;
    private @Nullable Size size;
    private int orientation = 1;
    private boolean moves;
    private int boxes;

    private HeifCleaning(Bytes in) {
        this.in = in;
        this.items = new HeifItems(in);
    }

    static Cleaned clean(Content content, OutputStream out) throws IOException {
        var file = new HeifCleaning(new Bytes(content));
        file.walk("", 0, content.length());
        var size = file.size;
        if (size == null || file.places == null) {
            throw new Broken("A picture without a size or a place");
        }
        file.items(file.places);
        file.patches().copy(content, out);
        return new Cleaned(size, file.orientation, file.moves);
    }

    private void walk(String parent, long from, long end) throws IOException {
        var kept = KEPT.getOrDefault(parent, Set.of());
        for (var box = Box.at(in, from, end); box != null; box = Box.at(in, box.end(), end)) {
            if (++boxes > BOXES_MAX) {
                throw new Broken("Too many boxes");
            }
            if (!kept.contains(box.type())) {
                freed.add(box.at() + 4);
                zeros.add(box.body(), box.end());
            } else if (box.type().equals("meta")) {
                walk("meta", box.body() + 4, box.end());
            } else if (KEPT.containsKey(box.type())) {
                moves |= box.type().equals("moov");
                walk(box.type(), box.body(), box.end());
            } else {
                read(box, FILM.contains(parent));
            }
        }
    }

    private void read(Box box, boolean film) throws IOException {
        switch (box.type()) {
            case "mdat" -> data.add(box);
            case "iloc" -> places = box;
            case "idat" -> inside = box;
            case "iinf" -> items.readEntries(box);
            // Behind what it handles stands a name.
            case "hdlr" -> zeros.add(Math.min(box.body() + 24, box.end()), box.end());
            case "ispe" -> measure(box);
            case "irot" -> orientation = TURNS[in.one(box.body()) & 3];
            case "mvhd", "tkhd", "mdhd" -> {
                if (film) {
                    int wide = in.one(box.body()) == 1 ? 16 : 8;
                    zeros.add(box.body() + 4, Math.min(box.body() + 4 + wide, box.end()));
                }
            }
            default -> {}
        }
    }

    /// Of a picture made of tiles the whole is the largest.
    private void measure(Box box) throws IOException {
        if (box.body() + 12 > box.end()) {
            throw new Broken("A size that is cut off");
        }
        long width = in.big(box.body() + 4, 4);
        long height = in.big(box.body() + 8, 4);
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new Broken("A size beyond all measure");
        }
        var found = new Size((int) width, (int) height);
        if (size == null || found.pixels() > size.pixels()) {
            size = found;
        }
    }

    private void items(Box list) throws IOException {
        var shown = new Spans();
        var told = new Spans();
        for (var extent : items.extents(list)) {
            var entry = items.entries().get(extent.item());
            if (extent.inside() && inside == null) {
                throw new Broken("Items in a box that is not there");
            }
            long at = extent.inside() && inside != null ? inside.body() + extent.at() : extent.at();
            if (at + extent.length() > in.length() || at + extent.length() < at) {
                throw new Broken("Items behind the end");
            }
            (entry != null && entry.picture() ? shown : told).add(at, at + extent.length());
        }
        for (var entry : items.entries().values()) {
            if (!entry.picture()) {
                freed.add(entry.typeAt());
            }
            zeros.add(entry.typeAt() + 4, entry.end());
        }
        if (inside != null) {
            data.add(inside);
        }
        for (var box : data) {
            // Where a film's frames stand only its own tables know.
            var rest = moves ? told : shown;
            rest = moves ? within(rest, box) : rest.without(box.body(), box.end());
            rest.list().forEach(zeros::add);
        }
    }

    private static Spans within(Spans spans, Box box) {
        var found = new Spans();
        spans.list().forEach((from, end) -> {
            if (from < box.end() && end > box.body()) {
                found.add(Math.max(from, box.body()), Math.min(end, box.end()));
            }
        });
        return found;
    }

    private Patches patches() throws IOException {
        var patches = new Patches();
        freed.sort(null);
        var types = freed.iterator();
        Long type = types.hasNext() ? types.next() : null;
        for (var zero : zeros.list().entrySet()) {
            while (type != null && type < zero.getKey()) {
                patches.put(type, FREE, 0);
                type = types.hasNext() ? types.next() : null;
            }
            patches.zero(zero.getKey(), zero.getValue() - zero.getKey());
        }
        while (type != null) {
            patches.put(type, FREE, 0);
            type = types.hasNext() ? types.next() : null;
        }
        return patches;
    }
}
