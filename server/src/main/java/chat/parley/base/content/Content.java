package chat.parley.base.content;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bytes that can be read often and in parts. A request's body is one: it ends with the request's answer, so whoever
/// wants to keep something copies it.
public final class Content implements AutoCloseable {
    public static final Content NONE = of(new byte[0]);

    private final byte[] memory;
    private final @Nullable FileChannel file;
    private final long length;
    private final Runnable release;

    private Content(byte[] memory, @Nullable FileChannel file, long length, Runnable release) {
        this.memory = memory;
        this.file = file;
        this.length = length;
        this.release = release;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes, null, bytes.length, () -> {});
    }

    /// @param release called once when it is closed, which also closes the file
    public static Content of(FileChannel file, long length, Runnable release) {
        return new Content(new byte[0], file, length, release);
    }

    public long length() {
        return length;
    }

    /// The whole of it, for who expects little.
    ///
    /// @throws Refused with `TooLarge` when it is so large that it was put into a file
    public byte[] bytes() {
        if (file != null) {
            throw new Refused(new Refusal.TooLarge(Limits.HTTP_BODY_MAX_BYTES));
        }
        return memory;
    }

    /// A part of it; several may be read at the same time.
    public InputStream open(long from, long count) {
        Objects.checkFromIndexSize(from, count, length);
        return file == null
                ? new ByteArrayInputStream(memory, (int) from, (int) count)
                : new ChannelSlice(file, from, from + count);
    }

    public InputStream open() {
        return open(0, length);
    }

    @Override
    public void close() {
        if (file == null || !file.isOpen()) {
            return;
        }
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            release.run();
        }
    }
}
