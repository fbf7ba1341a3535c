package chat.parley.edge.http.body;

import chat.parley.base.content.Content;
import chat.parley.base.content.Spool;
import chat.parley.base.limit.Limits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/// The body of one request as it arrives: in memory at first, in a file once more was granted. The connection adds
/// on its event loop and asks another thread for what blocks; it reads nothing from the socket meanwhile. The lock is
/// for a connection that ends in the middle of that.
public final class Incoming {
    private static final int WRITE_BYTES = 1 << 16;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
    private @Nullable FileChannel file;
    private @Nullable Spool spool;
    private long written;
    private long max = Limits.HTTP_BODY_MAX_BYTES;
    private boolean abandoned;

    public synchronized boolean fits(int more) {
        return written + memory.size() + more <= max;
    }

    public synchronized boolean inFile() {
        return file != null;
    }

    public synchronized void add(ByteBuf bytes) {
        memory.writeBytes(ByteBufUtil.getBytes(bytes));
    }

    /// Whether enough has come together that it should be [#write]n before more is read.
    public synchronized boolean ripe() {
        return file != null && memory.size() >= WRITE_BYTES;
    }

    /// From now on up to `bytes` are taken, into a file. Blocks.
    public synchronized void grant(Spool where, long bytes) {
        try {
            file = where.open();
        } catch (IOException failure) {
            throw Spool.failed(failure);
        }
        spool = where;
        max = bytes;
        if (abandoned) {
            abandon();
        }
    }

    /// Empties the memory into the file. Blocks.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Busy` when there is no room
    public synchronized void write() {
        if (file == null || spool == null || memory.size() == 0) {
            return;
        }
        spool.take(memory.size());
        var bytes = ByteBuffer.wrap(memory.toByteArray());
        memory = new ByteArrayOutputStream(WRITE_BYTES + 8_192);
        long end = written + bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes, end - bytes.remaining());
            }
        } catch (IOException failure) {
            throw Spool.failed(failure);
        } finally {
            written = end;
        }
    }

    /// The whole body; what is in memory of a large one must have been written before. This is empty afterwards.
    public synchronized Content complete() {
        var whole = file;
        var from = spool;
        long length = written;
        if (whole == null || from == null) {
            return Content.of(memory.toByteArray());
        }
        file = null;
        spool = null;
        written = 0;
        return Content.of(whole, length, () -> from.give(length));
    }

    /// Nobody wants it any more.
    public synchronized void abandon() {
        abandoned = true;
        memory = new ByteArrayOutputStream(0);
        complete().close();
    }
}
