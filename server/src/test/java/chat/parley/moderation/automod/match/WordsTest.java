package chat.parley.moderation.automod.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Words, phrases and patterns in texts, friendly and hostile.
final class WordsTest {
    @Test
    void a_word_meets_only_the_word_and_stars_open_its_ends() {
        assertEquals("cat", found("a Cat!", "cat"));
        assertNull(found("catch", "cat"));
        assertNull(found("concat", "cat"));
        assertEquals("cat", found("catch", "cat*"));
        assertNull(found("concat", "cat*"));
        assertEquals("cat", found("concat", "*cat"));
        assertEquals("cat", found("education", "*cat*"));
        assertEquals("bad thing", found("one bad thing.", "bad thing"));
        assertNull(found("nothing", "*"));
    }

    @Test
    void disguises_do_not_hide_a_word() {
        assertEquals("bad", found("b\u200ba\u00add", "bad"));
        assertEquals("bad", found("ｂａｄ", "bad"));
        assertEquals("bad", found("bäd", "bad"));
        assertEquals("bad", found("𝐛𝐚𝐝", "bad"));
    }

    @Test
    void what_is_allowed_passes_and_only_that() {
        var words = new Words(List.of("*ass*"), List.of(), List.of("class", "gr*"));
        assertNull(words.in("first class grass", budget()));
        assertNotNull(words.in("class and ass", budget()));
    }

    @Test
    void patterns_find_their_text_in_any_case() {
        var words = new Words(List.of(), List.of("b[a4]d+"), List.of("badminton"));
        var hit = words.in("so B4DD today", budget());
        assertEquals(new Hit("b[a4]d+", "B4DD"), hit);
        assertNull(words.in("we play badminton", budget()));
    }

    @Test
    void wrong_and_greedy_patterns_are_refused_before_they_are_made() {
        for (var wrong : List.of("(", "[z-a]", "(?<=a)b", "(a)\\1", "*", "a{2000}")) {
            assertNotNull(Expressions.fault(wrong), wrong);
        }
        for (var greedy : List.of("(a{1000}){1000}", "((a{100}){100}){100}", "(x{1,900}){900}", "(.{200}y){200}")) {
            assertEquals("The pattern repeats too much.", Expressions.fault(greedy));
        }
        assertNull(Expressions.fault("(a+)+$"));
        assertNull(Expressions.fault("\\b(?:d(?:e|3)ad)\\b"));
    }

    @Test
    void patterns_that_burn_others_end_within_their_budget() {
        var text = "a".repeat(4_000) + "!";
        for (var hostile : List.of("(a+)+$", "(a|aa)+$", "(a|a?)+$", "(.*a){20}", "^(([a-z])+.)+[A-Z]([a-z])+$")) {
            assertNull(Expressions.fault(hostile));
            var words = new Words(List.of(), List.of(hostile), List.of());
            long before = System.nanoTime();
            words.in(text, new Budget(100));
            assertTrue(System.nanoTime() - before < 10_000_000_000L, hostile);
        }
    }

    @Test
    void a_spent_budget_finds_no_pattern_but_still_words() {
        var words = new Words(List.of("late"), List.of("z$"), List.of());
        var none = new Budget(-1);
        assertNull(words.in("x".repeat(4_000) + "z", none));
        assertNotNull(words.in("x".repeat(3_000) + " late", none));
    }

    @Test
    void phrases_are_found_exactly_where_a_slow_search_finds_them() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var wanted = new ArrayList<String>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                String core = word(random, 1 + random.nextInt(4));
                wanted.add((random.nextBoolean() ? "*" : "") + core + (random.nextBoolean() ? "*" : ""));
            }
            String text = word(random, random.nextInt(40));
            boolean fast = new Phrases(wanted).first(text, List.of()) != null;
            assertEquals(wanted.stream().anyMatch(it -> slow(text, it)), fast, seed + ": " + wanted + " in " + text);
        }
    }

    @Test
    void a_thousand_keywords_cost_one_pass() {
        var wanted = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            wanted.add("*" + "a".repeat(30) + i + "*");
        }
        var words = new Words(wanted, List.of(), List.of());
        for (int i = 0; i < 200; i++) {
            assertNull(words.in("a".repeat(4_000), budget()));
        }
    }

    private static boolean slow(String text, String written) {
        boolean openStart = written.startsWith("*");
        boolean openEnd = written.endsWith("*");
        String core = written.substring(openStart ? 1 : 0, written.length() - (openEnd ? 1 : 0));
        for (int at = text.indexOf(core); at >= 0; at = text.indexOf(core, at + 1)) {
            int end = at + core.length();
            boolean start = openStart || at == 0 || text.charAt(at - 1) == ' ';
            if (start && (openEnd || end == text.length() || text.charAt(end) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private static String word(Random random, int length) {
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(length > 4 && random.nextInt(4) == 0 ? ' ' : (char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static @Nullable String found(String text, String keyword) {
        var hit = new Words(List.of(keyword), List.of(), List.of()).in(text, budget());
        return hit == null ? null : hit.text();
    }

    private static Budget budget() {
        return new Budget(1_000);
    }
}
