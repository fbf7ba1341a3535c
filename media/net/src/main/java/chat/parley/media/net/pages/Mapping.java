package chat.parley.media.net.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A piece of this process's memory that belongs to no file and may be written to: of Java's heap, of compiled code, of
/// what C has allocated.
///
/// @param from its first address
/// @param to the address behind it
record Mapping(long from, long to) {
    private static final Path MAPS = Path.of("/proc/self/maps");
    private static final int HEX = 16;

    static List<Mapping> all() throws IOException {
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.map(Mapping::of).filter(Objects::nonNull).toList();
        }
    }

    /// A line looks like `7f0010000000-7f0010021000 rw-p 00000000 00:00 0   [heap]`.
    static @Nullable Mapping of(String line) {
        var words = line.split(" +", 6);
        boolean privately = words.length >= 5 && words[1].startsWith("rw") && words[1].endsWith("p");
        boolean ofFile = !privately || !words[4].equals("0");
        boolean special = words.length > 5 && words[5].startsWith("[") && !words[5].equals("[heap]");
        if (!privately || ofFile || special) {
            return null;
        }
        int dash = words[0].indexOf('-');
        return new Mapping(
                Long.parseUnsignedLong(words[0], 0, dash, HEX),
                Long.parseUnsignedLong(words[0], dash + 1, words[0].length(), HEX));
    }

    /// Where its first large page may begin.
    long first(int large) {
        return (from + large - 1) & -(long) large;
    }
}
