package chat.parley.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinariesTest {
    @TempDir
    Path folder;

    @Test
    void who_unpacks_later_uses_what_is_there() throws IOException {
        Path home = folder.resolve("home");
        Path second = unpacked("second");
        Binaries.settle(unpacked("first"), home);
        Binaries.settle(second, home);
        assertEquals("first", Files.readString(home.resolve("program")));
        assertFalse(Files.exists(second));
    }

    @Test
    void a_place_that_cannot_be_had_is_told() throws IOException {
        Path unfinished = unpacked("only");
        assertThrows(FileSystemException.class, () -> Binaries.settle(unfinished, folder.resolve("no/home")));
        assertTrue(Files.exists(unfinished));
    }

    private Path unpacked(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        Files.writeString(made.resolve("program"), name);
        return made;
    }
}
