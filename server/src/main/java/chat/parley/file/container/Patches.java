package chat.parley.file.container;

import chat.parley.base.content.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// What is written over places of a file, in their order: some bytes, then nothing but zeros.
public final class Patches {
    private static final int MOST = 10_000;
    private static final byte[] ZEROS = new byte[1 << 16];

    private record Patch(long at, byte[] bytes, long zeros) {
        long end() {
            return at + bytes.length + zeros;
        }
    }

    private final List<Patch> all = new ArrayList<>();

    public void zero(long at, long count) throws Broken {
        put(at, new byte[0], count);
    }

    /// @param zeros how many follow the bytes
    public void put(long at, byte[] bytes, long zeros) throws Broken {
        if (all.size() >= MOST || (!all.isEmpty() && at < all.getLast().end())) {
            throw new Broken("A file that cannot be cleaned");
        }
        all.add(new Patch(at, bytes, zeros));
    }

    public void copy(Content content, OutputStream out) throws IOException {
        long at = 0;
        for (var patch : all) {
            copy(content, at, patch.at() - at, out);
            out.write(patch.bytes());
            for (long left = patch.zeros(); left > 0; left -= ZEROS.length) {
                out.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
            }
            at = patch.end();
        }
        copy(content, at, content.length() - at, out);
    }

    private static void copy(Content content, long from, long count, OutputStream out) throws IOException {
        try (InputStream in = content.open(from, count)) {
            in.transferTo(out);
        }
    }
}
