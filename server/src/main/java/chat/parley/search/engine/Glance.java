package chat.parley.search.engine;

import chat.parley.search.engine.Words.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Hot path. Where plain words stand in a text, without cutting all of it into words: of the pieces between blanks only
/// those are cut that hold other letters than plain ones, or one of the words beside a mark that may join it to more.
final class Glance {
    private static final int LAST_ASCII = 0x7F;
    /// What is longer is cut within words.
    private static final int PIECE_MAX = 255;

    private final List<String> words;
    private final Function<String, List<Span>> cut;

    /// @param words as [#fits] wants them
    /// @param cut finds them in a piece by cutting it
    Glance(List<String> words, Function<String, List<Span>> cut) {
        this.words = words;
        this.cut = cut;
    }

    /// Whether words of any language are looked for, one by one, that are made of plain letters and digits alone.
    static boolean fits(Sought sought) {
        return sought.phrases().isEmpty()
                && sought.words().stream()
                        .allMatch(it -> it.chars().allMatch(c -> c <= LAST_ASCII && c != '_' && belongs((char) c)));
    }

    /// In no order.
    List<Span> places(String text) {
        var found = new ArrayList<Span>();
        int unclear = -1;
        for (int from = 0; from < text.length(); ) {
            int to = end(text, from);
            if (!look(text, from, to, found)) {
                unclear = unclear < 0 ? from : unclear;
            } else if (unclear >= 0) {
                cut(text, unclear, from, found);
                unclear = -1;
            }
            from = to + 1;
        }
        if (unclear >= 0) {
            cut(text, unclear, text.length(), found);
        }
        return found;
    }

    private void cut(String text, int from, int to, List<Span> found) {
        for (var span : cut.apply(text.substring(from, to))) {
            found.add(new Span(from + span.from(), from + span.to()));
        }
    }

    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && !blank(text.charAt(to))) {
            to++;
        }
        return to;
    }

    /// @return whether it is clear which words stand in a piece; when it is not, none is found
    private boolean look(String text, int from, int to, List<Span> found) {
        int before = found.size();
        boolean clear = to - from <= PIECE_MAX;
        for (int start = from; clear && start < to; ) {
            int end = start;
            while (end < to && belongs(text.charAt(end))) {
                end++;
            }
            if (sought(text, start, end)) {
                clear = ends(text, start - 1, start - 2, from, to) && ends(text, end, end + 1, from, to);
                found.add(new Span(start, end));
            }
            clear &= end == to || text.charAt(end) <= LAST_ASCII;
            start = end + 1;
        }
        if (!clear) {
            found.subList(before, found.size()).clear();
        }
        return clear;
    }

    private boolean sought(String text, int start, int end) {
        for (String word : words) {
            if (word.length() == end - start && text.regionMatches(true, start, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /// Whether a word ends at what stands beside it, whatever stands beyond.
    private static boolean ends(String text, int beside, int beyond, int from, int to) {
        return beyond < from || beyond >= to || !joins(text.charAt(beside)) || !belongs(text.charAt(beyond));
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\n';
    }

    private static boolean belongs(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /// Between letters or digits it may be part of a word: `don't`, `3.5`.
    private static boolean joins(char c) {
        return c == '\'' || c == '.' || c == ':' || c == ',' || c == ';';
    }
}
