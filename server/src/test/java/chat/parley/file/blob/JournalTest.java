package chat.parley.file.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    Path directory;

    private Path file() {
        return directory.resolve("journal");
    }

    private MasterKeys keys() {
        return MasterKeys.at(directory.resolve("files.key"));
    }

    private byte[] read() throws IOException {
        try (var opened = Journal.open(keys(), "a", file())) {
            byte[] bytes = opened.stream().readAllBytes();
            assertEquals(bytes.length, opened.length());
            return bytes;
        }
    }

    @Test
    void what_was_flushed_is_read_while_it_grows_and_what_was_torn_off_is_left_out() throws IOException {
        var random = new Random(1);
        var plain = new ByteArrayOutputStream();
        var sizes = new ArrayList<Integer>();
        try (var journal = new Journal(keys(), "a", file())) {
            for (int length : new int[] {1, 17, 3_000, Envelope.PIECE_BYTES, 2 * Envelope.PIECE_BYTES + 5, 40}) {
                var bytes = new byte[length];
                random.nextBytes(bytes);
                journal.write(bytes);
                plain.writeBytes(bytes);
                journal.flush();
                sizes.add(plain.size());
                assertArrayEquals(plain.toByteArray(), read());
            }
            journal.write(7);
            assertEquals(plain.size(), read().length);
        }
        byte[] whole = Files.readAllBytes(file());
        for (int i = 0; i < 300; i++) {
            Files.write(file(), Arrays.copyOf(whole, random.nextInt(whole.length)));
            byte[] rest = read();
            assertArrayEquals(Arrays.copyOf(plain.toByteArray(), rest.length), rest);
        }
        Files.write(file(), Arrays.copyOf(whole, whole.length - 30));
        assertEquals(sizes.get(4), read().length);
    }

    @Test
    void nothing_of_it_is_in_the_clear_and_damage_ends_it() throws IOException {
        byte[] secret = "what was said in confidence".repeat(20).getBytes(StandardCharsets.UTF_8);
        try (var journal = new Journal(keys(), "a", file())) {
            journal.write(secret);
            journal.flush();
            journal.write(secret);
        }
        byte[] sealed = Files.readAllBytes(file());
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("confidence"));
        sealed[sealed.length - 20] ^= 1;
        Files.write(file(), sealed);
        assertArrayEquals(secret, read());
        assertThrows(IllegalStateException.class, () -> Journal.open(keys(), "b", file()));
    }
}
