package chat.parley.file.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every kind of storage must do.
interface BlobsContract {
    Blobs blobs();

    private void put(String name, byte[] bytes) {
        blobs().put(name, new ByteArrayInputStream(bytes), bytes.length);
    }

    private byte @Nullable [] get(String name, long from, long count) throws IOException {
        try (var in = blobs().get(name, from, count)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    @Test
    default void what_was_put_comes_back() throws IOException {
        for (int count : new int[] {0, 1, 100_000, 3_000_000}) {
            put("attachments/1/" + count, bytes(count));
            assertArrayEquals(bytes(count), get("attachments/1/" + count, 0, Math.max(1, count)));
            assertTrue(blobs().exists("attachments/1/" + count));
        }
    }

    @Test
    default void ranges_are_cut_out() throws IOException {
        put("a/ranges", bytes(1_000));
        assertArrayEquals(Arrays.copyOfRange(bytes(1_000), 10, 20), get("a/ranges", 10, 10));
        assertArrayEquals(Arrays.copyOfRange(bytes(1_000), 990, 1_000), get("a/ranges", 990, 100));
        assertArrayEquals(new byte[0], get("a/ranges", 2_000, 5));
    }

    @Test
    default void what_is_not_there_is_not_there() throws IOException {
        assertNull(get("a/nothing", 0, 5));
        assertFalse(blobs().exists("a/nothing"));
        blobs().delete("a/nothing");
    }

    @Test
    default void what_was_deleted_is_gone() throws IOException {
        put("a/gone", bytes(10));
        blobs().delete("a/gone");
        assertNull(get("a/gone", 0, 5));
        assertFalse(blobs().exists("a/gone"));
    }

    @Test
    default void a_second_put_replaces_the_first() throws IOException {
        put("a/twice", bytes(10));
        put("a/twice", bytes(20));
        assertArrayEquals(bytes(20), get("a/twice", 0, 100));
    }
}
