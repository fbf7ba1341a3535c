package chat.parley.media.net.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Tells which pages of this process are in memory (`/proc/self/pagemap`: eight bytes for each page, of which the
/// highest bit says so).
final class Residence implements AutoCloseable {
    private static final Path PAGES = Path.of("/proc/self/pagemap");

    private final FileChannel pages;
    private final int pageSize;
    private final ByteBuffer entries;

    /// @param piece how many bytes are asked about at once
    Residence(int pageSize, int piece) throws IOException {
        this.pageSize = pageSize;
        pages = FileChannel.open(PAGES, StandardOpenOption.READ);
        entries = ByteBuffer.allocate(piece / pageSize * Long.BYTES).order(ByteOrder.nativeOrder());
    }

    /// How many of a piece's bytes are in memory.
    long resident(long address) throws IOException {
        entries.clear();
        long at = address / pageSize * Long.BYTES;
        while (entries.hasRemaining() && pages.read(entries, at + entries.position()) > 0) {
            // What is missing is read by the next turn.
        }
        entries.flip();
        long count = 0;
        while (entries.hasRemaining()) {
            count += entries.getLong() >>> 63;
        }
        return count * pageSize;
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
