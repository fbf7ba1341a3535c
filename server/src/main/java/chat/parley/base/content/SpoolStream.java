package chat.parley.base.content;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// Takes a content's bytes: into memory at first, into a file when they grow.
final class SpoolStream extends OutputStream {
    private static final int MEMORY_BYTES = 1 << 18;

    private final Spool spool;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long written;

    SpoolStream(Spool spool) {
        this.spool = spool;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        memory.write(bytes, offset, count);
        if (memory.size() >= MEMORY_BYTES) {
            empty();
        }
    }

    private void empty() throws IOException {
        var channel = file == null ? spool.open() : file;
        file = channel;
        spool.take(memory.size());
        var bytes = ByteBuffer.wrap(memory.toByteArray());
        memory = new ByteArrayOutputStream();
        written += bytes.remaining();
        while (bytes.hasRemaining()) {
            channel.write(bytes, written - bytes.remaining());
        }
    }

    Content content() throws IOException {
        if (file == null) {
            return Content.of(memory.toByteArray());
        }
        empty();
        var whole = file;
        long length = written;
        file = null;
        written = 0;
        return Content.of(whole, length, () -> spool.give(length));
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
            spool.give(written);
        }
    }
}
