package chat.parley.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Everything that a node keeps, held by one node at a time: the lock goes with the process, however it ends.
public final class DataDirectory implements AutoCloseable {
    /// Another node holds it.
    public static final class InUse extends CannotStart {
        private static final long serialVersionUID = 1L;

        InUse(String reasonAndRemedy) {
            super(reasonAndRemedy);
        }
    }

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// @throws CannotStart when it cannot be written or another node uses it
    public static DataDirectory claim(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            create(path);
            var lockFile = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new InUse("Another Parley is running with the data directory " + path
                        + ". Stop it, or name another directory by --data-dir.");
            }
            return new DataDirectory(path, lockFile);
        } catch (IOException failure) {
            throw new CannotStart(
                    "The data directory " + path + " cannot be written (" + failure
                            + "). Make it writable for the user who runs Parley, or name another by --data-dir.",
                    failure);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Others may pass through but not look around: when Parley is root, PostgreSQL runs as another user in a directory
    /// of its own below. Each secret has mode 600 besides.
    private static void create(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
