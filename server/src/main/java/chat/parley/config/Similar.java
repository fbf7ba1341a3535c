package chat.parley.config;

import java.util.Comparator;
import java.util.List;

/// Guesses what somebody meant who wrote something else.
public final class Similar {
    private static final int DISTANCE_MAX = 3;

    private Similar() {}

    /// `Did you mean PORT? `, or nothing when nothing is near.
    public static String hint(String written, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(it -> distance(written, it)))
                .filter(it -> distance(written, it) <= DISTANCE_MAX)
                .map(it -> "Did you mean " + it + "? ")
                .orElse("");
    }

    /// Levenshtein's: how many letters to insert, delete or replace.
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
