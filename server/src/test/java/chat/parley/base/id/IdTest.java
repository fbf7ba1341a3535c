package chat.parley.base.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

final class IdTest {
    private static final int IDS = 64;
    private static final int TABLE = 128;

    /// As `HashMap` and `ConcurrentHashMap` find a place. Chance fills 50 of the 128.
    @Test
    void ids_of_one_second_spread_over_a_small_table() {
        var places = new HashSet<Integer>();
        for (int i = 0; i < IDS; i++) {
            int hash = new MessageId(1_438_000_000_000_000_000L + ((long) i << 22)).hashCode();
            places.add((hash ^ (hash >>> 16)) & (TABLE - 1));
        }
        assertTrue(places.size() > 40, "places: " + places.size());
    }

    @Test
    void equal_ids_have_equal_hashes() {
        long value = 1_438_000_000_000_000_123L;
        assertEquals(new UserId(value).hashCode(), new UserId(value).hashCode());
        assertEquals(new UserId(value), new UserId(value));
    }
}
