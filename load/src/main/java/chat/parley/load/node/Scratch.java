package chat.parley.load.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;

/// Folders that are gone afterwards.
public final class Scratch {
    private static final int TRIES = 50;
    private static final long BETWEEN_NS = 100_000_000;

    private Scratch() {}

    /// A database that is still stopping makes and removes files meanwhile.
    public static void delete(Path folder) throws IOException {
        for (int i = 1; i < TRIES; i++) {
            try {
                sweep(folder);
                return;
            } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException changing) {
                LockSupport.parkNanos(BETWEEN_NS);
            }
        }
        sweep(folder);
    }

    private static void sweep(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
