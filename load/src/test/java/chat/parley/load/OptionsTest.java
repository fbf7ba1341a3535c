package chat.parley.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class OptionsTest {
    @Test
    void an_option_has_the_value_behind_it() {
        var options = Options.of("sfu", "--seconds", "4", "--peers", "/some/where");
        assertEquals(4, options.number("seconds", 10));
        assertEquals("/some/where", options.text("peers", ""));
        assertEquals(3, options.number("rounds", 3), "what is not said is as usual");
    }

    @Test
    void an_option_without_a_value_is_there() {
        var options = Options.of("sfu", "--plain", "--profile");
        assertTrue(options.has("plain"));
        assertTrue(options.has("profile"));
        assertFalse(options.has("peers"));
    }

    @Test
    void what_is_no_option_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Options.of("sfu", "plain"));
        assertThrows(
                NumberFormatException.class,
                () -> Options.of("sfu", "--seconds", "soon").number("seconds", 1));
    }
}
