package chat.parley.base.content;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Where large contents wait while they are worked on. Their files lose their names as soon as they are open,
/// so nothing is left of them, however the program ends.
public final class Spool {
    private static final int RETRY_MS = 5_000;

    private final Path directory;
    private final AtomicLong held = new AtomicLong();

    public Spool(Path directory) {
        this.directory = directory;
    }

    /// A file that is read and written at positions and vanishes when it is closed. Blocks.
    public FileChannel open() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        return FileChannel.open(
                directory.resolve(UUID.randomUUID().toString()),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /// Counts bytes that are about to be written.
    ///
    /// @throws Refused with `Busy` when all requests together already hold too much
    public void take(long bytes) {
        if (held.addAndGet(bytes) > Limits.HTTP_SPOOL_MAX_BYTES) {
            held.addAndGet(-bytes);
            throw new Refused(new Refusal.Busy(RETRY_MS));
        }
    }

    public void give(long bytes) {
        held.addAndGet(-bytes);
    }

    /// What is written becomes a content, in a file unless it is little. Blocks.
    public Content write(Writer writer) throws IOException {
        var out = new SpoolStream(this);
        try (out) {
            writer.to(out);
            return out.content();
        }
    }

    @FunctionalInterface
    public interface Writer {
        void to(OutputStream out) throws IOException;
    }

    public static UncheckedIOException failed(IOException failure) {
        return new UncheckedIOException("A large content cannot be kept", failure);
    }
}
