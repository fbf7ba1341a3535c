package chat.parley.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RoundsTest {
    @Test
    void the_median_is_told_and_one_bad_round_does_not_count() {
        assertEquals(5, new Rounds<>(List.of(90.0, 5.0, 4.0)).median(it -> it));
    }

    @Test
    void of_an_even_number_of_rounds_the_two_in_the_middle_count() {
        assertEquals(4.5, new Rounds<>(List.of(90.0, 5.0, 4.0, 1.0)).median(it -> it));
    }

    @Test
    void the_spread_is_from_the_least_to_the_most() {
        assertEquals("1.000 … 9.500", new Rounds<>(List.of(2.0, 9.5, 1.0)).spread(it -> it));
    }
}
