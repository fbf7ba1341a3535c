package chat.parley.search.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The words that somebody looks for.
///
/// What stands in quotation marks is a phrase: its words one after the other. So is whatever is written in one piece
/// but makes several words, like `e-mail` or a sentence in a script without spaces; it would otherwise be found
/// wherever its letters are strewn about.
///
/// @param words all of these, without repetition, those of the phrases too
/// @param phrases all of these; an empty entry is a filler word, in whose place any word may stand
public record Sought(List<String> words, List<List<String>> phrases) {
    public static final Sought ANYTHING = new Sought(List.of(), List.of());
    /// A quotation that nobody closed reaches to the end.
    private static final Pattern PART = Pattern.compile("[\"“”„«»]([^\"“”„«»]*+)(?:[\"“”„«»]|$)|[^\\s\"“”„«»]++");

    static Sought of(String text, Words words) {
        var all = new LinkedHashSet<String>();
        var phrases = new ArrayList<List<String>>();
        for (var part = PART.matcher(text); part.find(); ) {
            var line = trimmed(words.line(part.group(1) == null ? part.group() : part.group(1)));
            if (line.size() > 1) {
                phrases.add(line);
            }
            line.stream().filter(it -> !it.isEmpty()).forEach(all::add);
        }
        return new Sought(List.copyOf(all), List.copyOf(phrases));
    }

    public boolean anything() {
        return words.isEmpty();
    }

    /// Whether a word is looked for by itself, not only as part of a phrase.
    boolean alone(String word) {
        return words.contains(word) && phrases.stream().noneMatch(it -> it.contains(word));
    }

    private static List<String> trimmed(List<String> line) {
        int from = 0;
        while (from < line.size() && line.get(from).isEmpty()) {
            from++;
        }
        return List.copyOf(line.subList(from, line.size()));
    }
}
