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
    private final long start;
    private final long length;
    private final boolean owning;
    private final Runnable release;

    private Content(
            byte[] memory, @Nullable FileChannel file, long start, long length, boolean owning, Runnable release) {
        this.memory = memory;
        this.file = file;
        this.start = start;
        this.length = length;
        this.owning = owning;
        this.release = release;
    }

    public static Content of(byte[] bytes) {
        return new Content(bytes, null, 0, bytes.length, true, () -> {});
    }

    /// @param release called once when it is closed, which also closes the file
    public static Content of(FileChannel file, long length, Runnable release) {
        return new Content(new byte[0], file, 0, length, true, release);
    }

    public long length() {
        return length;
    }

    /// The whole of it, for who expects little.
    ///
    /// @throws Refused with `TooLarge` beyond [Limits#CONTENT_IN_MEMORY_MAX_BYTES]
    public byte[] bytes() {
        if (file == null && start == 0 && length == memory.length) {
            return memory;
        }
        if (length > Limits.CONTENT_IN_MEMORY_MAX_BYTES) {
            throw new Refused(new Refusal.TooLarge(Limits.CONTENT_IN_MEMORY_MAX_BYTES));
        }
        try (var in = open()) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A part of it as a content of its own; it ends with the whole, and closing it does nothing.
    public Content slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, length);
        return new Content(memory, file, start + from, count, false, () -> {});
    }

    /// A part of it; several may be read at the same time.
    public InputStream open(long from, long count) {
        Objects.checkFromIndexSize(from, count, length);
        return file == null
                ? new ByteArrayInputStream(memory, (int) (start + from), (int) count)
                : new ChannelSlice(file, start + from, start + from + count);
    }

    public InputStream open() {
        return open(0, length);
    }

    @Override
    public void close() {
        if (!owning || file == null || !file.isOpen()) {
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
