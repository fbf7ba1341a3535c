package chat.parley.file.blob;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
    @TempDir
    Path directory;

    private Vault vault() {
        return new Vault(new DirectoryBlobs(directory.resolve("files")), MasterKeys.at(directory.resolve("files.key")));
    }

    private void put(String name, byte[] bytes) {
        vault().put(name, new ByteArrayInputStream(bytes), bytes.length);
    }

    private byte[] read(String name, long from, long count) {
        return requireNonNull(vault().open(name, from, count)).bytes();
    }

    private Path stored(String name) {
        return directory.resolve("files").resolve(name);
    }

    @Test
    void every_range_of_every_length_is_what_was_put() {
        int piece = Envelope.PIECE_BYTES;
        for (int length : List.of(0, 1, piece - 1, piece, piece + 1, 3 * piece, 3 * piece + 17)) {
            byte[] plain = BlobsContract.bytes(length);
            put("a/b", plain);
            assertArrayEquals(plain, read("a/b", 0, Long.MAX_VALUE));
            for (int seed = 0; seed < 50; seed++) {
                var random = new Random(seed);
                int from = random.nextInt(length + 1);
                int count = random.nextInt(length + 10);
                byte[] expected = Arrays.copyOfRange(plain, from, Math.min(length, from + count));
                assertArrayEquals(expected, read("a/b", from, count), length + ": " + count + " from " + from);
            }
        }
    }

    @Test
    void the_storage_never_sees_the_plain_file() throws IOException {
        byte[] plain = "the treasure lies under the oak".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        put("a/b", plain);
        byte[] stored = Files.readAllBytes(stored("a/b"));
        assertEquals(Envelope.sealedLength(plain.length), stored.length);
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("treasure"));
        put("a/c", plain);
        assertFalse(Arrays.equals(stored, Files.readAllBytes(stored("a/c"))));
    }

    @Test
    void whatever_is_changed_is_noticed() throws IOException {
        byte[] plain = BlobsContract.bytes(Envelope.PIECE_BYTES + 100);
        put("a/b", plain);
        byte[] stored = Files.readAllBytes(stored("a/b"));
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            byte[] changed = stored.clone();
            changed[i < Envelope.HEAD_BYTES ? i : random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(stored("a/b"), changed);
            assertThrows(Exception.class, () -> read("a/b", 0, Long.MAX_VALUE));
        }
        Files.write(stored("a/b"), Arrays.copyOf(stored, stored.length - 1));
        assertThrows(Exception.class, () -> read("a/b", 0, Long.MAX_VALUE));
    }

    @Test
    void a_blob_under_another_name_does_not_open() throws IOException {
        put("a/b", BlobsContract.bytes(10));
        Files.copy(stored("a/b"), stored("a/c"));
        assertThrows(IllegalStateException.class, () -> read("a/c", 0, 10));
    }

    @Test
    void pieces_cannot_be_exchanged() throws IOException {
        put("a/b", BlobsContract.bytes(3 * Envelope.PIECE_BYTES));
        byte[] stored = Files.readAllBytes(stored("a/b"));
        int piece = Envelope.SEALED_PIECE_BYTES;
        byte[] changed = stored.clone();
        System.arraycopy(stored, Envelope.HEAD_BYTES, changed, Envelope.HEAD_BYTES + piece, piece);
        Files.write(stored("a/b"), changed);
        assertThrows(IllegalStateException.class, () -> read("a/b", Envelope.PIECE_BYTES, 10));
    }

    @Test
    void the_key_is_the_owners_and_can_be_changed() throws IOException {
        put("a/old", BlobsContract.bytes(10));
        Path keys = directory.resolve("files.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
        Files.writeString(keys, "ab".repeat(32) + "\n" + Files.readString(keys));
        put("a/new", BlobsContract.bytes(20));
        assertArrayEquals(BlobsContract.bytes(10), read("a/old", 0, 100));
        assertArrayEquals(BlobsContract.bytes(20), read("a/new", 0, 100));
        Files.writeString(keys, "cd".repeat(32) + "\n");
        assertThrows(IllegalStateException.class, () -> read("a/old", 0, 1));
    }

    @Test
    void what_is_not_there_is_nothing() {
        assertNull(vault().open("a/none"));
        vault().delete("a/none");
    }
}
