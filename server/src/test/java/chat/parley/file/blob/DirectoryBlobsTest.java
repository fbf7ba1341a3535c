package chat.parley.file.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryBlobsTest implements BlobsContract {
    @TempDir
    Path directory;

    @Override
    public Blobs blobs() {
        return new DirectoryBlobs(directory);
    }

    @Test
    void half_a_blob_is_none() throws IOException {
        assertThrows(
                UncheckedIOException.class, () -> blobs().put("a/half", new ByteArrayInputStream(new byte[5]), 10));
        assertFalse(blobs().exists("a/half"));
        try (var left = Files.list(directory)) {
            assertEquals(List.of(directory.resolve("a")), left.toList());
        }
    }

    @Test
    void only_the_owner_reads_them() throws IOException {
        blobs().put("a/b", new ByteArrayInputStream(new byte[5]), 5);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a/b"))));
    }

    @Test
    void names_lead_nowhere_else() {
        for (String name : List.of("../a", "a/../b", "/a", "a", "a/", "a//b", "a/b\0", "a/.b", "")) {
            assertThrows(IllegalArgumentException.class, () -> blobs().exists(name), name);
        }
    }
}
