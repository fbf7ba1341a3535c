package chat.parley.channel.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.channel.event.Recurrence.Frequency;
import chat.parley.channel.event.Recurrence.NthWeekday;
import chat.parley.channel.event.Recurrence.Yearly;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RecurrenceTest {
    /// A Saturday.
    private static final Instant START = Instant.parse("2026-11-21T18:30:00Z");

    @Test
    void every_other_week_skips_one() {
        var rule = new Recurrence(START, null, Frequency.WEEKLY, 2, List.of(5), null, null);
        assertEquals(Instant.parse("2026-12-05T18:30:00Z"), rule.next(START));
        assertEquals(START, rule.next(START.minusSeconds(1)));
    }

    @Test
    void working_days_pass_over_the_end_of_the_week() {
        var rule = new Recurrence(START, null, Frequency.DAILY, 1, List.of(0, 1, 2, 3, 4), null, null);
        assertEquals(Instant.parse("2026-11-23T18:30:00Z"), rule.next(START));
        assertEquals(Instant.parse("2026-11-30T18:30:00Z"), rule.next(Instant.parse("2026-11-27T18:30:00Z")));
    }

    @Test
    void the_last_friday_of_a_month_is_found_in_long_and_short_months() {
        var rule = new Recurrence(START, null, Frequency.MONTHLY, 1, List.of(), new NthWeekday(5, 4), null);
        assertEquals(Instant.parse("2026-11-27T18:30:00Z"), rule.next(START));
        assertEquals(Instant.parse("2027-02-26T18:30:00Z"), rule.next(Instant.parse("2027-01-29T18:30:00Z")));
    }

    @Test
    void a_leap_day_comes_every_four_years_and_once_after_eight() {
        var rule = new Recurrence(START, null, Frequency.YEARLY, 1, List.of(), null, new Yearly(2, 29));
        assertEquals(Instant.parse("2028-02-29T18:30:00Z"), rule.next(START));
        assertEquals(Instant.parse("2104-02-29T18:30:00Z"), rule.next(Instant.parse("2096-02-29T18:30:00Z")));
    }

    @Test
    void after_its_end_it_recurs_no_more() {
        var end = START.plus(Duration.ofDays(8));
        var rule = new Recurrence(START, end, Frequency.WEEKLY, 1, List.of(5), null, null);
        var second = rule.next(START);
        assertNotNull(second);
        assertNull(rule.next(second));
    }

    @Test
    void the_next_time_is_always_later_at_the_same_hour_and_nothing_lies_between() {
        for (long seed = 1; seed <= 200; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var after = START.plusSeconds(random.nextInt(100_000_000) - 10_000_000L);
            var next = rule.next(after);
            assertNotNull(next, "seed " + seed);
            assertTrue(next.isAfter(after));
            assertEquals(
                    START.atOffset(ZoneOffset.UTC).toLocalTime(),
                    next.atOffset(ZoneOffset.UTC).toLocalTime());
            assertEquals(next, rule.next(next.minusSeconds(1)), "seed " + seed);
            var between = after.plusSeconds(
                    random.nextLong(Duration.between(after, next).toSeconds()));
            assertEquals(next, rule.next(between), "seed " + seed);
        }
    }

    private static Recurrence rule(Random random) {
        int day = random.nextInt(7);
        return switch (random.nextInt(4)) {
            case 0 -> new Recurrence(START, null, Frequency.DAILY, 1, List.of(4, 5), null, null);
            case 1 -> new Recurrence(START, null, Frequency.WEEKLY, 1 + random.nextInt(2), List.of(day), null, null);
            case 2 -> {
                var nth = new NthWeekday(1 + random.nextInt(5), day);
                yield new Recurrence(START, null, Frequency.MONTHLY, 1, List.of(), nth, null);
            }
            default -> {
                var yearly = new Yearly(1 + random.nextInt(12), 1 + random.nextInt(28));
                yield new Recurrence(START, null, Frequency.YEARLY, 1, List.of(), null, yearly);
            }
        };
    }
}
