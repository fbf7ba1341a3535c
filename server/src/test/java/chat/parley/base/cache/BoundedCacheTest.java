package chat.parley.base.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BoundedCacheTest {
    private final BoundedCache<Integer, String> cache = new BoundedCache<>(100);

    @Test
    void it_never_holds_more_than_its_bound() {
        for (int i = 0; i < 10_000; i++) {
            cache.keep(cache.stamp(), i, "value");
            assertTrue(cache.size() <= 100);
        }
    }

    @Test
    void what_is_read_again_and_again_stays() {
        cache.replace(-1, "wanted");
        for (int i = 0; i < 1_000; i++) {
            cache.replace(i, "other");
            assertEquals("wanted", cache.find(-1));
        }
        assertNull(cache.find(0));
    }

    @Test
    void what_was_loaded_before_a_change_is_not_kept_after_it() {
        long stamp = cache.stamp();
        cache.replace(1, "new");
        cache.keep(stamp, 1, "old");
        assertEquals("new", cache.find(1));

        long again = cache.stamp();
        cache.forget(1);
        cache.keep(again, 1, "old");
        assertNull(cache.find(1));
    }

    @Test
    void a_forgotten_value_is_gone_from_both_generations() {
        cache.replace(-1, "wanted");
        for (int i = 0; i < 49; i++) {
            cache.replace(i, "other");
        }
        cache.forget(-1);
        assertNull(cache.find(-1));
        cache.clear();
        assertEquals(0, cache.size());
    }
}
