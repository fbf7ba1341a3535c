package chat.parley.guild;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Moving things in a list.
final class ArrangementTest {
    private static final List<String> BEFORE = List.of("a", "b", "c", "d");

    @Test
    void what_is_moved_lands_where_it_was_asked_for() {
        assertEquals(List.of("d", "a", "b", "c"), Arrangement.of(BEFORE, Map.of("d", 0)));
        assertEquals(List.of("b", "c", "a", "d"), Arrangement.of(BEFORE, Map.of("a", 2)));
        assertEquals(List.of("d", "c", "b", "a"), Arrangement.of(BEFORE, Map.of("a", 3, "b", 2, "c", 1, "d", 0)));
    }

    @Test
    void places_beyond_the_list_are_its_ends() {
        assertEquals(List.of("b", "c", "d", "a"), Arrangement.of(BEFORE, Map.of("a", 99)));
        assertEquals(List.of("d", "a", "b", "c"), Arrangement.of(BEFORE, Map.of("d", -5)));
    }

    @Test
    void nothing_moved_is_nothing_changed() {
        assertEquals(BEFORE, Arrangement.of(BEFORE, Map.of()));
        assertEquals(BEFORE, Arrangement.of(BEFORE, Map.of("b", 1)));
    }
}
