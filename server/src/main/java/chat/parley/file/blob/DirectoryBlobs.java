package chat.parley.file.blob;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Blobs as files below a directory. A blob gets its name only when all of it is on the disk.
public final class DirectoryBlobs implements Blobs {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[A-Za-z0-9_-]+)+");
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path root;

    public DirectoryBlobs(Path root) {
        this.root = root;
    }

    @Override
    public void put(String name, InputStream in, long length) {
        Path path = path(name);
        Path unfinished = root.resolve("unfinished-" + UUID.randomUUID());
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            try {
                write(unfinished, in, length);
                Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public @Nullable InputStream get(String name, long from, long count) {
        try {
            var file = FileChannel.open(path(name), StandardOpenOption.READ);
            file.position(from);
            return new Limited(Channels.newInputStream(file), count);
        } catch (NoSuchFileException none) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(path(name));
    }

    private static void write(Path file, InputStream in, long length) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, owner);
                var out = Channels.newOutputStream(channel)) {
            var buffer = new byte[BUFFER_BYTES];
            long written = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                written += read;
            }
            if (written != length) {
                throw new EOFException("A blob of " + length + " bytes came with " + written);
            }
            channel.force(true);
        }
    }

    /// Names come from the program; this is the second lock on that door.
    private Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a blob: " + name);
        }
        return root.resolve(name);
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long count) {
            super(in);
            this.left = count;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = in.read(into, offset, (int) Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
