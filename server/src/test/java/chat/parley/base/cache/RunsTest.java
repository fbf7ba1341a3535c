package chat.parley.base.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RunsTest {
    private static final int BYTES = 100;
    private static final int LISTS = 3;

    /// What is kept in full: of each list, by key, the version.
    private final List<TreeMap<Long, Item>> stored = new ArrayList<>();
    private int reads;

    private record Item(long key, int version) {}

    private Runs<Integer, Item> runs(int items) {
        for (int i = 0; i < LISTS; i++) {
            stored.add(new TreeMap<>());
        }
        return new Runs<>((long) items * BYTES, Item::key, _ -> BYTES);
    }

    private List<Item> read(int list, long from, long below, int limit) {
        reads++;
        return stored.get(list).subMap(from, true, below, false).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }

    private List<Item> below(Runs<Integer, Item> runs, int list, long below, int limit) {
        return runs.below(list, below, limit, (from, to, most) -> read(list, from, to, most));
    }

    private void fill(int list, int count) {
        for (long key = 1; key <= count; key++) {
            stored.get(list).put(key, new Item(key, 0));
        }
    }

    @Test
    void whoever_scrolls_back_after_another_reads_from_memory() {
        var runs = runs(10_000);
        fill(0, 990);
        for (long below = 991; below > 1; below -= 50) {
            assertEquals(Math.min(50, below - 1), below(runs, 0, below, 50).size());
        }
        assertEquals(20, reads);
        for (long below = 977; below > 1; below -= 35) {
            below(runs, 0, below, 35);
        }
        assertEquals(20, reads, "pages that begin elsewhere, and the beginning of the list");
        assertEquals(List.of(new Item(7, 0)), runs.at(0, 7));
        assertEquals(List.of(), runs.at(0, 0));
        assertEquals(
                List.copyOf(stored.get(0).subMap(500L, 530L).values()), runs.from(0, 500, 530, 50), "and forwards");
    }

    @Test
    void what_was_read_lately_stays_and_the_rest_goes() {
        var runs = runs(200);
        fill(0, 5_000);
        for (long below = 5_001; below > 1; below -= 50) {
            below(runs, 0, below, 50);
            int before = reads;
            below(runs, 0, 5_001, 50);
            assertTrue(reads <= before + 1);
            assertTrue(runs.heldBytes() <= 200 * BYTES, () -> "held " + runs.heldBytes());
        }
        assertTrue(reads < 150, () -> "reads " + reads);
    }

    @Test
    void a_change_during_a_load_is_not_covered_by_it() {
        var runs = runs(1_000);
        fill(0, 100);
        runs.below(0, 101, 50, (from, below, most) -> {
            var old = read(0, from, below, most);
            stored.get(0).put(90L, new Item(90, 1));
            runs.replace(0, new Item(90, 1));
            return old;
        });
        assertTrue(below(runs, 0, 101, 50).contains(new Item(90, 1)));
    }

    @Test
    void nothing_is_kept_without_memory_for_it() {
        var runs = runs(0);
        fill(0, 100);
        below(runs, 0, 101, 50);
        below(runs, 0, 101, 50);
        assertEquals(2, reads);
        assertEquals(0, runs.heldBytes());
    }

    @Test
    void any_mix_of_pages_and_changes_reads_as_what_is_stored() {
        for (int seed = 0; seed < 40; seed++) {
            stored.clear();
            live(new Random(seed), runs(seed % 4 == 0 ? 60 : 2_000));
        }
    }

    private void live(Random random, Runs<Integer, Item> runs) {
        long[] ends = new long[LISTS];
        for (int step = 0; step < 2_000; step++) {
            int list = random.nextInt(LISTS);
            long somewhere = random.nextLong(ends[list] + 3);
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    ends[list] += 1 + random.nextInt(3);
                    stored.get(list).put(ends[list], new Item(ends[list], 0));
                }
                case 2 -> {
                    var was = stored.get(list).get(somewhere);
                    if (was != null) {
                        var now = new Item(somewhere, was.version + 1);
                        stored.get(list).put(somewhere, now);
                        runs.replace(list, now);
                    }
                }
                case 3 -> {
                    stored.get(list).remove(somewhere);
                    runs.remove(list, List.of(somewhere));
                }
                case 4 -> {
                    var there = runs.at(list, Math.min(somewhere, ends[list]));
                    var item = stored.get(list).get(Math.min(somewhere, ends[list]));
                    assertTrue(there == null || there.equals(item == null ? List.of() : List.of(item)));
                }
                case 5 -> {
                    int limit = 1 + random.nextInt(100);
                    var there = runs.from(list, somewhere, ends[list] + 1, limit);
                    var all = stored.get(list).tailMap(somewhere, true).values().stream()
                            .limit(limit)
                            .toList();
                    assertTrue(there == null || there.equals(all), () -> there + " is not " + all);
                }
                default -> {
                    long limitKey = Math.min(somewhere, ends[list] + 1);
                    int limit = 1 + random.nextInt(100);
                    assertEquals(read(list, 0, limitKey, limit), below(runs, list, limitKey, limit));
                }
            }
            if (random.nextInt(500) == 0) {
                runs.forget(list);
                stored.get(list).clear();
            }
        }
    }
}
