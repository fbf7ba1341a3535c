package chat.parley.load.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrendTest {
    @Test
    void what_only_wavers_has_not_grown() {
        double[] samples =
                IntStream.range(0, 24).mapToDouble(i -> 200 + (i * 7919) % 25).toArray();
        assertFalse(Trend.of(samples).grewBy(0.15, 20));
    }

    @Test
    void the_first_quarter_warms_up_and_counts_for_nothing() {
        double[] samples =
                IntStream.range(0, 24).mapToDouble(i -> i < 6 ? 20 : 300).toArray();
        assertEquals(new Trend(300, 300), Trend.of(samples));
    }

    @Test
    void a_leak_shows() {
        double[] samples = IntStream.range(0, 24).mapToDouble(i -> 100 + 5 * i).toArray();
        assertTrue(Trend.of(samples).grewBy(0.3, 20));
        assertFalse(Trend.of(samples).grewBy(0.3, 500), "less than can be chance");
        assertThrows(IllegalArgumentException.class, () -> Trend.of(new double[3]));
    }

    @Test
    void lost_and_doubled_messages_are_told_apart() {
        var heard = new HeardNumbers(2);
        for (int n : new int[] {0, 1, 2, 2}) {
            heard.hear(0, n);
        }
        heard.hear(1, 0);
        assertEquals(1, heard.doubled());
        assertEquals(2, heard.lost(3), "the second client missed two");
    }

    @Test
    void what_pgbench_says_is_read() {
        var said = "latency average = 12.345 ms\ninitial connection time = 5.1 ms\ntps = 5184.25 (without initial)";
        assertEquals(5184.25, Floor.number(java.util.regex.Pattern.compile("tps = ([0-9.]+)"), said));
    }
}
