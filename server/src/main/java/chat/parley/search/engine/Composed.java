package chat.parley.search.engine;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import org.jspecify.annotations.Nullable;

/// A text with its letters composed (NFKC), so that an umlaut written as two code points is the same as one, and a full
/// or half width letter the same as a plain one; it remembers where each of its characters came from.
final class Composed {
    private final String text;
    /// For each character and the end, where it stood; `null` when nothing moved.
    private final int @Nullable [] origins;

    private Composed(String text, int @Nullable [] origins) {
        this.text = text;
        this.origins = origins;
    }

    static Composed of(String text) {
        if (Normalizer.isNormalized(text, Form.NFKC)) {
            return new Composed(text, null);
        }
        var composed = new StringBuilder(text.length());
        var origins = new int[Normalizer.normalize(text, Form.NFKC).length() + text.length() + 1];
        for (int from = 0; from < text.length(); ) {
            int to = clusterEnd(text, from);
            String cluster = Normalizer.normalize(text.substring(from, to), Form.NFKC);
            for (int i = 0; i < cluster.length(); i++) {
                origins[composed.length() + i] = from;
            }
            composed.append(cluster);
            from = to;
        }
        origins[composed.length()] = text.length();
        return new Composed(composed.toString(), origins);
    }

    String text() {
        return text;
    }

    /// Where the character at a place stood in the text as it was written.
    int origin(int place) {
        return origins == null ? place : origins[place];
    }

    /// Where a stretch that ends before that place ended: what was composed belongs to it whole.
    int originEnd(int place) {
        if (origins == null || place == 0) {
            return place;
        }
        int end = place;
        while (end < text.length() && origins[end] == origins[place - 1]) {
            end++;
        }
        return origins[end];
    }

    /// A character and all that may join it.
    private static int clusterEnd(String text, int from) {
        int to = from + Character.charCount(text.codePointAt(from));
        while (to < text.length() && joins(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to;
    }

    /// Combining marks, the vowels and endings of Korean syllables, the sound marks of narrow katakana.
    private static boolean joins(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || (point >= 0x1160 && point <= 0x11FF)
                || point == 0xFF9E
                || point == 0xFF9F;
    }
}
