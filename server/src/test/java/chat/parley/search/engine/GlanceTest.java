package chat.parley.search.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.search.engine.Words.Span;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// To look at a text finds what cutting it finds.
final class GlanceTest {
    private static final int TRIES = 60_000;
    private static final Words WORDS = new Words("any");
    private static final String[] PARTS =
            ("ab AB aB a b 1 12 _ ' . : , ; \" - / # @ ! \u0001 \u007f \t é É e\u0301 \u0301 ß ﬁ Ａｂ ² ½ Ⅷ Ａ \u00a0 \u00ad "
                            + "\u200d \u2019 \u2024 … — · Ж ж ק א ش ไทย あ 語 漢字 カ ｶﾞ 한 \u1112\u1161 👩‍🚀 🇩🇪 𝒳 K ſ İ")
                    .split(" ");

    @Test
    void it_finds_what_cutting_finds() {
        var random = new Random(41);
        int marked = 0;
        for (int i = 0; i < TRIES; i++) {
            // Half of them with few letters, so that words meet.
            String text = text(random, i % 2 == 0 ? 20 : PARTS.length);
            var sought = WORDS.sought(random.nextInt(3) == 0 ? piece(text, random) + " ab" : "ab a 12");
            var cut = WORDS.cut(text, sought);
            assertEquals(cut, WORDS.places(text, sought), () -> text + " | " + sought);
            marked += cut.size();
        }
        assertTrue(marked > TRIES / 2, "words that were found: " + marked);
    }

    @Test
    void long_pieces_are_cut_within_words() {
        var sought = WORDS.sought("ab");
        String text = "x".repeat(255) + "ab ab " + "x".repeat(254) + "ab";
        assertEquals(WORDS.cut(text, sought), WORDS.places(text, sought));
        assertEquals(List.of(new Span(255, 257), new Span(258, 260)), WORDS.places(text, sought));
    }

    private static String text(Random random, int parts) {
        var text = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            int kind = random.nextInt(4);
            text.append(kind == 0 ? " " : kind == 1 && random.nextInt(4) == 0 ? "\n" : PARTS[random.nextInt(parts)]);
        }
        return text.toString();
    }

    private static String piece(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = text.indexOf(' ', from);
        return to < 0 ? text.substring(from) : text.substring(from, to);
    }
}
