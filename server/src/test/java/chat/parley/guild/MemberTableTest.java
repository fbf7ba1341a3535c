package chat.parley.guild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The paged table of members does what a sorted map does, and leaves older tables alone.
final class MemberTableTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void random_changes_leave_the_same_as_in_a_sorted_map() {
        var random = new Random(7);
        var expected = new TreeMap<Long, Member>();
        var table = MemberTable.EMPTY;
        for (int round = 0; round < 20_000; round++) {
            long user = 1L + random.nextInt(3_000);
            if (random.nextInt(3) == 0) {
                expected.remove(user);
                table = table.without(new UserId(user));
            } else {
                var member = member(user).named("n" + round);
                expected.put(user, member);
                table = table.with(member);
            }
        }
        assertSame(expected, table);
    }

    @Test
    void a_table_of_many_is_built_at_once_and_read_in_pages() {
        var expected = new TreeMap<Long, Member>();
        for (long user = 1; user <= 50_000; user++) {
            expected.put(user * 3, member(user * 3));
        }
        var table = MemberTable.ofSorted(List.copyOf(expected.values()));
        assertSame(expected, table);
        assertNull(table.find(new UserId(4)));
        var page = table.page(3 * 1_000, 1_000);
        assertEquals(3 * 1_001, page.getFirst().user().value());
        assertEquals(3 * 2_000, page.getLast().user().value());
    }

    @Test
    void an_older_table_does_not_change() {
        var before = MemberTable.ofSorted(List.of(member(1), member(2)));
        var after = before.with(member(3)).without(new UserId(1));
        assertEquals(2, before.size());
        assertEquals(List.of(member(1), member(2)), before.page(0, 10));
        assertEquals(List.of(member(2), member(3)), after.page(0, 10));
    }

    @Test
    void an_empty_table_has_nothing() {
        assertNull(MemberTable.EMPTY.find(new UserId(1)));
        assertEquals(List.of(), MemberTable.EMPTY.page(0, 10));
        assertEquals(0, MemberTable.EMPTY.without(new UserId(1)).size());
    }

    private static void assertSame(SortedMap<Long, Member> expected, MemberTable table) {
        var all = new ArrayList<Member>();
        table.forEach(all::add);
        assertEquals(List.copyOf(expected.values()), all);
        assertEquals(expected.size(), table.size());
        assertEquals(all, table.page(0, Integer.MAX_VALUE));
        for (var entry : expected.entrySet()) {
            assertEquals(entry.getValue(), table.find(new UserId(entry.getKey())));
        }
    }

    private static Member member(long user) {
        return new Member(new UserId(user), NOW, false);
    }
}
