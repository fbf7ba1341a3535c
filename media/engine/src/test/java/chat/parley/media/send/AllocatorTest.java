package chat.parley.media.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AllocatorTest {
    private static final long MS = 1_000_000L;
    private static final long[] CAMERA = {150_000, 500_000, 1_500_000};

    private final Allocator allocator = new Allocator();
    private final List<Share> shares = new ArrayList<>();
    private final List<Priority> priorities = new ArrayList<>();
    private long now;

    private Share camera(Priority priority) {
        var share = new Share();
        shares.add(share);
        priorities.add(priority);
        return share;
    }

    private void run(long bits, long millis) {
        for (long end = now + millis * MS; now < end; now += 100 * MS) {
            for (int i = 0; i < shares.size(); i++) {
                shares.get(i).ask(priorities.get(i), 2);
                for (int size = 0; size < CAMERA.length; size++) {
                    shares.get(i).cost(size, CAMERA[size]);
                }
            }
            allocator.divide(shares, bits, true, true, now);
        }
    }

    private List<Integer> granted() {
        return shares.stream().map(Share::granted).toList();
    }

    @Test
    void everybody_is_small_before_anybody_is_large() {
        camera(Priority.GRID);
        camera(Priority.PINNED);
        camera(Priority.GRID);
        run(400_000, 100);
        assertEquals(List.of(0, 0, Share.NONE), granted(), "pause last, and the last of all");
        run(1_000_000, 5_000);
        assertEquals(List.of(0, 1, 0), granted());
        run(2_100_000, 5_000);
        assertEquals(List.of(0, 2, 0), granted());
        run(6_000_000, 5_000);
        assertEquals(List.of(2, 2, 2), granted());
        assertEquals(0, allocator.wanting());
    }

    @Test
    void a_screen_comes_before_all() {
        camera(Priority.PINNED);
        camera(Priority.SCREEN);
        run(1_900_000, 5_000);
        assertEquals(List.of(0, 2), granted());
        assertTrue(allocator.wanting() > 1_900_000, "room for the next size");
    }

    @Test
    void it_goes_down_at_once_and_up_after_a_while() {
        camera(Priority.GRID);
        run(2_000_000, 100);
        assertEquals(List.of(2), granted(), "the beginning need not wait");
        run(600_000, 100);
        assertEquals(List.of(1), granted());
        run(2_000_000, 800);
        assertEquals(List.of(1), granted());
        run(2_000_000, 500);
        assertEquals(List.of(2), granted());
        run(1_510_000, 5_000);
        assertEquals(List.of(2), granted(), "what it has it keeps without room beside");
    }

    @Test
    void a_line_that_does_not_hold_what_it_promises_is_tried_more_and_more_seldom() {
        var share = camera(Priority.GRID);
        int rises = 0;
        for (int i = 0; i < 600; i++) {
            int before = share.granted();
            run(before == 2 ? 1_000_000 : 2_000_000, 100);
            rises += share.granted() > before && before >= 0 ? 1 : 0;
        }
        assertTrue(rises >= 3 && rises <= 8, "" + rises);
    }

    @Test
    void the_sum_always_fits() {
        var choices = List.of(Priority.SCREEN, Priority.PINNED, Priority.GRID);
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            shares.clear();
            priorities.clear();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                camera(choices.get(random.nextInt(3)));
            }
            for (int round = 0; round < 100; round++) {
                long bits = random.nextInt(8_000_000);
                run(bits, 100L * (1 + random.nextInt(20)));
                long sum =
                        shares.stream().mapToLong(it -> it.cost(it.granted())).sum();
                assertTrue(sum <= bits, sum + " of " + bits + ", seed " + seed);
            }
        }
    }

    @Test
    void nobody_is_refused_the_smallest_size_before_the_line_was_seen_full() {
        var share = camera(Priority.GRID);
        share.ask(Priority.GRID, 0);
        share.cost(0, 2_500_000);
        allocator.divide(shares, 300_000, false, true, 0);
        assertEquals(0, share.granted());
        allocator.divide(shares, 300_000, true, true, 100 * MS);
        assertEquals(Share.NONE, share.granted());
    }

    @Test
    void a_picture_that_goes_is_stopped_only_on_a_line_that_stays_full() {
        var share = camera(Priority.SCREEN);
        divide(share, 1_200_000, true);
        assertEquals(0, share.granted());
        divide(share, 700_000, false);
        assertEquals(0, share.granted(), "an estimate alone");
        divide(share, 700_000, true);
        assertEquals(Share.NONE, share.granted());
        divide(share, 700_000, false);
        assertEquals(Share.NONE, share.granted(), "what was stopped waits for room");
        divide(share, 1_050_000, false);
        assertEquals(Share.NONE, share.granted(), "and a tenth beside");
        divide(share, 1_200_000, false);
        now += 200 * MS;
        divide(share, 1_200_000, false);
        assertEquals(0, share.granted(), "and not long");
    }

    @Test
    void whoever_comes_is_tried_on_a_line_that_is_not_full() {
        var first = camera(Priority.GRID);
        var second = camera(Priority.GRID);
        first.ask(Priority.GRID, 0);
        first.cost(0, 900_000);
        allocator.divide(shares, 1_000_000, true, false, now);
        second.ask(Priority.GRID, 0);
        second.cost(0, 900_000);
        allocator.divide(shares, 1_000_000, true, false, now);
        assertEquals(List.of(0, 0), granted());
    }

    private void divide(Share share, long bits, boolean strained) {
        share.ask(Priority.SCREEN, 0);
        share.cost(0, 1_000_000);
        allocator.divide(shares, bits, true, strained, now);
        now += 100 * MS;
    }
}
