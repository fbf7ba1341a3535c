package chat.parley.base.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final int SIZE = 10;
    private static final long FILLS_IN_MS = 5_000;
    private static final long TOKEN_MS = FILLS_IN_MS / SIZE;

    private final MovingClock clock = new MovingClock();
    private final Buckets buckets = new Buckets(clock, SIZE, FILLS_IN_MS, 1_600);

    @Test
    void a_burst_at_the_edge_of_a_window_does_not_pass_twice() {
        buckets.take("a");
        clock.pass(Duration.ofMillis(FILLS_IN_MS - 1));
        assertEquals(SIZE, granted(2 * SIZE));
        clock.pass(Duration.ofMillis(2));
        assertEquals(0, granted(2 * SIZE));
    }

    @Test
    void whenever_uses_come_no_span_of_time_has_more_than_a_bucketful_and_what_came_back() {
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var times = new ArrayList<Long>();
            for (int i = 0; i < 300; i++) {
                clock.pass(Duration.ofMillis(random.nextInt(10) == 0 ? random.nextInt(6_000) : random.nextInt(200)));
                if (buckets.take(seed).allowed()) {
                    times.add(clock.millis());
                }
            }
            for (int from = 0; from < times.size(); from++) {
                for (int to = from; to < times.size(); to++) {
                    long may = SIZE + (times.get(to) - times.get(from)) / TOKEN_MS;
                    assertTrue(to - from + 1 <= may, "seed " + seed);
                }
            }
        }
    }

    /// As JDA and discord.js count: down from what they were told, and at the reset they take the bucket for full.
    @Test
    void a_client_that_keeps_to_what_it_is_told_is_never_refused() {
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            int remaining = 1;
            long resetAt = 0;
            for (int i = 0; i < 300; i++) {
                clock.pass(Duration.ofMillis(random.nextInt(100)));
                if (remaining == 0) {
                    clock.pass(Duration.ofMillis(Math.max(0, resetAt - clock.millis())));
                    for (int burst = 0; burst < SIZE; burst++) {
                        assertTrue(buckets.take("client " + seed).allowed(), "all are back at the reset");
                    }
                    clock.pass(Duration.ofMillis(FILLS_IN_MS));
                }
                var grant = buckets.take("client " + seed);
                assertTrue(grant.allowed());
                remaining = grant.remaining();
                resetAt = grant.resetAtMs();
            }
        }
    }

    @Test
    void a_refusal_says_when_one_use_is_back() {
        assertEquals(SIZE, granted(SIZE));
        var refused = buckets.take("a");
        assertFalse(refused.allowed());
        assertEquals(TOKEN_MS, refused.resetAfterMs());
        clock.pass(Duration.ofMillis(refused.resetAfterMs() - 1));
        assertFalse(buckets.take("a").allowed());
        clock.pass(Duration.ofMillis(1));
        assertTrue(buckets.take("a").allowed());
    }

    @Test
    void a_clock_that_was_set_back_locks_nobody_out() {
        assertEquals(SIZE, granted(SIZE));
        clock.pass(Duration.ofDays(-1));
        assertTrue(buckets.take("a").allowed());
    }

    private int granted(int wanted) {
        int granted = 0;
        for (int i = 0; i < wanted; i++) {
            granted += buckets.take("a").allowed() ? 1 : 0;
        }
        return granted;
    }
}
