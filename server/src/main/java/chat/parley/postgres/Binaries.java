package chat.parley.postgres;

import chat.parley.config.CannotStart;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The server's programs. The jar carries them packed (15 MB); they are unpacked once (60 MB), into a directory that is
/// named after the archive's checksum, so that an upgrade of Parley unpacks its own.
final class Binaries {
    static final int MAJOR_VERSION = 18;
    private static final int OWNER_EXECUTES = 0100;

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    static Binaries unpackedIn(Path folder) {
        URL archive = archive();
        try {
            Path home = folder.resolve("postgres-" + checksum(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new Binaries(home);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked into " + folder, failure);
        }
    }

    Path home() {
        return home;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        String machine = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm_64";
            default -> "x86_64";
        };
        String name = "postgres-" + system + "-" + machine + ".txz";
        URL archive = Binaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new CannotStart("This build carries no PostgreSQL for " + system + " on " + machine
                    + ": set PARLEY_DATABASE_URL to a PostgreSQL server of your own.");
        }
        return archive;
    }

    private static String checksum(URL archive) throws IOException {
        var entry = ((JarURLConnection) archive.openConnection()).getJarEntry();
        return MAJOR_VERSION + "-" + Long.toHexString(entry.getCrc());
    }

    /// Into a neighbour first, so that an interrupted start leaves nothing that looks complete.
    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(tar, entry, unfinished);
            }
        }
        // Another user may run these programs (see Privileges), so everybody may read them.
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
        settle(unfinished, home);
    }

    /// Of two programs that unpack at the same time one is faster, and both use what it has made.
    static void settle(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            // Linux says "Directory not empty", for which an atomic move has no exception of its own.
            if (!Files.isDirectory(home)) {
                throw failure;
            }
            Trees.delete(unfinished);
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
