package chat.parley.load.node;

import java.util.Random;
import java.util.StringJoiner;

/// Texts as people write them: few words very often, many words seldom (Zipf), mostly short messages, now and then
/// a long one. The same seed writes the same.
public final class Prose {
    /// How many different words there are; `word(0)` is the commonest.
    public static final int WORDS = 20_000;

    private static final String[] SYLLABLES = {
        "ba", "ko", "mi", "ru", "te", "sha", "lon", "ve", "pra", "gu", "ni", "do", "fel", "ar", "so", "qui"
    };
    private static final int LONG_ONE_IN = 12;
    private static final int SHORT_WORDS = 12;
    private static final int LONG_WORDS = 80;

    private final Random random;

    public Prose(long seed) {
        random = new Random(seed);
    }

    /// A word of its own for each rank, two to four syllables.
    public static String word(int rank) {
        var word = new StringBuilder();
        for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    public String text() {
        int words = 1 + random.nextInt(random.nextInt(LONG_ONE_IN) == 0 ? LONG_WORDS : SHORT_WORDS);
        var text = new StringJoiner(" ");
        for (int i = 0; i < words; i++) {
            text.add(word(zipf(WORDS)));
        }
        return text.toString();
    }

    /// As many words as it takes to have that many characters.
    public String text(int atLeastChars) {
        var text = new StringBuilder();
        while (text.length() < atLeastChars) {
            text.append(word(zipf(WORDS))).append(' ');
        }
        return text.toString().strip();
    }

    /// A rank below `size`, of which each is about as frequent as its number is small.
    public int zipf(int size) {
        return (int) Math.min(size - 1, Math.pow(size, random.nextDouble()) - 1);
    }

    /// Milliseconds to the next of events that come at random, `perSecond` on average.
    public double pauseMs(double perSecond) {
        return -Math.log(1 - random.nextDouble()) * 1_000 / perSecond;
    }

    public int number(int below) {
        return random.nextInt(below);
    }
}
