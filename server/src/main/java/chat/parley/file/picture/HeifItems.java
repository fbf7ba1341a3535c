package chat.parley.file.picture;

import chat.parley.file.container.Box;
import chat.parley.file.container.Broken;
import chat.parley.file.container.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The items of an AVIF or HEIC: which there are (`iinf`) and where their bytes stand (`iloc`; ISO 14496-12, 8.11).
final class HeifItems {
    private static final int ITEMS_MAX = 4_000;
    /// Whatever is not a picture, or put together of pictures, tells about one.
    private static final Set<String> PICTURES =
            Set.of("av01", "hvc1", "hev1", "avc1", "vvc1", "jpeg", "j2k1", "unci", "grid", "iden", "iovl", "tmap");

    private final Bytes in;
    private final Map<Long, Entry> entries = new HashMap<>();

    HeifItems(Bytes in) {
        this.in = in;
    }

    /// @param typeAt where its type stands in the file; what follows up to the end is its name
    record Entry(String type, long typeAt, long end) {
        boolean picture() {
            return PICTURES.contains(type);
        }
    }

    /// @param inside counted from the beginning of `idat`, not of the file
    record Extent(long item, boolean inside, long at, long length) {}

    Map<Long, Entry> entries() {
        return entries;
    }

    void readEntries(Box list) throws IOException {
        boolean wide = in.one(list.body()) > 0;
        long at = list.body() + 4;
        long count = in.big(at, wide ? 4 : 2);
        require(count);
        at += wide ? 4 : 2;
        for (var entry = Box.at(in, at, list.end()); entry != null; entry = Box.at(in, entry.end(), list.end())) {
            int version = in.one(entry.body());
            if (!entry.type().equals("infe") || version < 2 || version > 3) {
                throw new Broken("Items of an unknown kind");
            }
            int idBytes = version == 2 ? 2 : 4;
            long id = in.big(entry.body() + 4, idBytes);
            long typeAt = entry.body() + 4 + idBytes + 2;
            if (typeAt + 4 > entry.end()) {
                throw new Broken("An item without a type");
            }
            entries.put(id, new Entry(in.text(typeAt, 4), typeAt, entry.end()));
            require(entries.size());
        }
    }

    List<Extent> extents(Box places) throws IOException {
        int version = in.one(places.body());
        if (version > 2) {
            throw new Broken("Places of an unknown kind");
        }
        int sizes = (int) in.big(places.body() + 4, 2);
        var reading = new Reading(places, version, sizes);
        long count = reading.number(version < 2 ? 2 : 4);
        require(count);
        var found = new ArrayList<Extent>();
        for (long i = 0; i < count; i++) {
            reading.item(found);
            require(found.size());
        }
        return found;
    }

    private static void require(long count) throws Broken {
        if (count > ITEMS_MAX) {
            throw new Broken("Too many items");
        }
    }

    /// Goes through `iloc`, whose numbers have the sizes that it says.
    private final class Reading {
        private final Box box;
        private final int version;
        private final int offsetBytes;
        private final int lengthBytes;
        private final int baseBytes;
        private final int indexBytes;
        private long at;

        Reading(Box box, int version, int sizes) {
            this.box = box;
            this.version = version;
            offsetBytes = sizes >> 12 & 15;
            lengthBytes = sizes >> 8 & 15;
            baseBytes = sizes >> 4 & 15;
            indexBytes = version == 0 ? 0 : sizes & 15;
            at = box.body() + 6;
        }

        long number(int bytes) throws IOException {
            if (bytes > 8 || at + bytes > box.end()) {
                throw new Broken("Places that are cut off");
            }
            long number = in.big(at, bytes);
            at += bytes;
            return number;
        }

        void item(List<Extent> found) throws IOException {
            long id = number(version < 2 ? 2 : 4);
            long method = version == 0 ? 0 : number(2) & 15;
            boolean elsewhere = number(2) != 0;
            long base = number(baseBytes);
            long extents = number(2);
            for (long i = 0; i < extents; i++) {
                number(indexBytes);
                long offset = base + number(offsetBytes);
                long length = number(lengthBytes);
                // A length of nought stands for all there is, and others are made of other items.
                if (elsewhere || method > 1 || base < 0 || offset < 0 || length <= 0) {
                    throw new Broken("Items whose bytes stand elsewhere");
                }
                found.add(new Extent(id, method == 1, offset, length));
                require(found.size());
            }
        }
    }
}
