package chat.parley.file.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Files, encrypted on their way to the blobs and back. It is what features store files by.
public final class Vault {
    private final Blobs blobs;
    private final MasterKeys keys;

    public Vault(Blobs blobs, MasterKeys keys) {
        this.blobs = blobs;
        this.keys = keys;
    }

    /// Returns when it is durable.
    ///
    /// @param length exactly as much as the stream holds
    public void put(String name, InputStream in, long length) {
        var sealing = Envelope.seal(keys, name, length);
        blobs.put(name, new SealingStream(sealing, in), Envelope.sealedLength(length));
    }

    /// The whole file, or `null` when there is none.
    public @Nullable Opened open(String name) {
        return open(name, 0, Long.MAX_VALUE);
    }

    /// A range of a file; what lies beyond its end is left out. Damage is a fault, thrown where it is met.
    public @Nullable Opened open(String name, long from, long count) {
        try (var head = blobs.get(name, 0, Envelope.HEAD_BYTES)) {
            if (head == null) {
                return null;
            }
            var envelope = Envelope.open(keys, name, head.readNBytes(Envelope.HEAD_BYTES));
            long begin = Math.clamp(from, 0, envelope.length());
            long length = Math.clamp(count, 0, envelope.length() - begin);
            if (length == 0) {
                return new Opened(InputStream.nullInputStream(), 0, envelope.length());
            }
            long first = begin / Envelope.PIECE_BYTES;
            long last = (begin + length - 1) / Envelope.PIECE_BYTES;
            var sealed = blobs.get(
                    name,
                    Envelope.HEAD_BYTES + first * Envelope.SEALED_PIECE_BYTES,
                    (last - first + 1) * Envelope.SEALED_PIECE_BYTES);
            return sealed == null
                    ? null
                    : new Opened(
                            new OpeningStream(envelope, sealed, first, begin - first * Envelope.PIECE_BYTES, length),
                            length,
                            envelope.length());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// A file beside the store that grows, encrypted as those in it. What was flushed is read after a crash.
    ///
    /// @param name under which it is read again
    public OutputStream journal(String name, Path file) throws IOException {
        return new Journal(keys, name, file);
    }

    /// What is whole of a journal.
    public Opened replay(String name, Path file) throws IOException {
        return Journal.open(keys, name, file);
    }

    public void delete(String name) {
        blobs.delete(name);
    }

    /// @param length of the stream
    /// @param whole length of the file
    public record Opened(InputStream stream, long length, long whole) implements AutoCloseable {
        /// For small ones.
        public byte[] bytes() {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
