package chat.parley.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

final class LatencyTest {
    private static final long MS = 1_000_000;

    /// A hundred answers of a millisecond each, and a stall of a second.
    private static Histogram stalled() {
        var times = new Histogram(60_000 * MS, 3);
        times.recordValueWithCount(MS, 99);
        times.recordValue(1_000 * MS);
        return times;
    }

    @Test
    void a_stall_counts_for_all_who_would_have_come_meanwhile() {
        var told = Latency.closed(stalled());
        // A bucket holds whole milliseconds, near enough.
        assertEquals(99.0 + 1_000, (double) told.count(), 2);
        assertTrue(told.ms(50) > 400, told::toString);
    }

    @Test
    void times_that_count_from_when_something_was_due_stay_as_they_are() {
        var told = Latency.open(stalled());
        assertEquals(100, told.count());
        assertEquals(1.0, told.ms(50), 0.01);
        assertEquals(1_000.0, told.ms(100), 1);
    }

    @Test
    void nothing_at_all_has_a_histogram_too() {
        assertEquals(0, Latency.closed(new Histogram(MS, 3)).count());
    }
}
