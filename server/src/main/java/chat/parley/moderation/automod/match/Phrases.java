package chat.parley.moderation.automod.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Many words and phrases looked for at once (Aho and Corasick, 1975): one pass over the text, however many there are.
/// A star at the beginning or end of a phrase lets the word go on there: `cat` meets only the word, `cat*` also
/// `catch`, `*cat*` also `education`. The trie is in arrays, 10 bytes for each letter of the rules.
final class Phrases {
    private final List<String> written;
    private final List<Phrase> phrases = new ArrayList<>();
    private char[] letter = new char[64];
    private int[] child = new int[64];
    private int[] sibling = new int[64];
    private int[] phrase = new int[64];
    private int[] fall = new int[0];
    private int[] shorter = new int[0];
    private int nodes = 1;

    private record Phrase(int written, int length, boolean openStart, boolean openEnd) {}

    /// A place in the text.
    record Span(int start, int end, int written) {}

    Phrases(List<String> written) {
        this.written = List.copyOf(written);
        phrase[0] = -1;
        for (int i = 0; i < written.size(); i++) {
            add(Plain.of(written.get(i)).strip(), i);
        }
        link();
    }

    boolean empty() {
        return phrases.isEmpty();
    }

    String written(Span span) {
        return written.get(span.written());
    }

    /// Every place of every phrase, in the order of their ends. An open end reaches to the end of the word.
    List<Span> all(String plain) {
        var found = new ArrayList<Span>();
        scan(plain, List.of(), found);
        return found;
    }

    /// The first place that does not lie within one of those.
    @Nullable
    Span first(String plain, List<Span> allowed) {
        return scan(plain, allowed, null);
    }

    private @Nullable Span scan(String text, List<Span> allowed, @Nullable List<Span> all) {
        int node = 0;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.charAt(i));
            for (int at = phrase[node] >= 0 ? node : shorter[node]; at > 0; at = shorter[at]) {
                var span = span(text, phrases.get(phrase[at]), i + 1);
                if (span == null || within(span, allowed)) {
                    continue;
                }
                if (all == null) {
                    return span;
                }
                all.add(grown(text, span, phrases.get(phrase[at])));
            }
        }
        return null;
    }

    private static Span grown(String text, Span span, Phrase phrase) {
        int start = span.start();
        int end = span.end();
        while (phrase.openStart() && start > 0 && wordy(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        while (phrase.openEnd() && end < text.length() && wordy(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return new Span(start, end, span.written());
    }

    private static @Nullable Span span(String text, Phrase phrase, int end) {
        int start = end - phrase.length();
        boolean whole = (phrase.openStart() || start == 0 || !wordy(text.codePointBefore(start)))
                && (phrase.openEnd() || end == text.length() || !wordy(text.codePointAt(end)));
        return whole ? new Span(start, end, phrase.written()) : null;
    }

    static boolean within(Span span, List<Span> allowed) {
        for (var it : allowed) {
            if (it.start() <= span.start() && span.end() <= it.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean wordy(int codePoint) {
        return Character.isLetterOrDigit(codePoint);
    }

    private void add(String text, int index) {
        boolean openStart = text.startsWith("*");
        boolean openEnd = text.endsWith("*") && text.length() > 1;
        String core = text.substring(openStart ? 1 : 0, text.length() - (openEnd ? 1 : 0));
        if (core.isEmpty()) {
            return;
        }
        int node = 0;
        for (int i = 0; i < core.length(); i++) {
            int next = find(node, core.charAt(i));
            node = next > 0 ? next : grown(node, core.charAt(i));
        }
        if (phrase[node] >= 0) {
            var known = phrases.get(phrase[node]);
            openStart |= known.openStart();
            openEnd |= known.openEnd();
        }
        phrase[node] = phrases.size();
        phrases.add(new Phrase(index, core.length(), openStart, openEnd));
    }

    private int grown(int parent, char its) {
        if (nodes == letter.length) {
            int more = nodes * 2;
            letter = Arrays.copyOf(letter, more);
            child = Arrays.copyOf(child, more);
            sibling = Arrays.copyOf(sibling, more);
            phrase = Arrays.copyOf(phrase, more);
        }
        letter[nodes] = its;
        phrase[nodes] = -1;
        sibling[nodes] = child[parent];
        child[parent] = nodes;
        return nodes++;
    }

    private int find(int node, char its) {
        for (int next = child[node]; next > 0; next = sibling[next]) {
            if (letter[next] == its) {
                return next;
            }
        }
        return 0;
    }

    private int step(int from, char its) {
        int node = from;
        int next = find(node, its);
        while (next == 0 && node != 0) {
            node = fall[node];
            next = find(node, its);
        }
        return next;
    }

    /// Breadth first: where to go on when no letter fits, and the next shorter phrase that ends at the same place.
    private void link() {
        fall = new int[nodes];
        shorter = new int[nodes];
        var queue = new ArrayDeque<Integer>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int next = child[node]; next > 0; next = sibling[next]) {
                fall[next] = node == 0 ? 0 : step(fall[node], letter[next]);
                shorter[next] = phrase[fall[next]] >= 0 ? fall[next] : shorter[fall[next]];
                queue.add(next);
            }
        }
    }
}
