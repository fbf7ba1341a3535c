package chat.parley.search.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// Makes words of a text, as a language has them: without case and accents, and where the language is known, without
/// endings and filler words.
public final class Words {
    private static final String FIELD = "body";

    private final String language;
    private final Analyzer analyzer;

    /// @param language `any`, or one of `en`, `de`, `fr`, `es`, `cjk`
    public Words(String language) {
        this.language = language;
        this.analyzer = switch (language) {
            case "en" -> new EnglishAnalyzer();
            case "de" -> new GermanAnalyzer();
            case "fr" -> new FrenchAnalyzer();
            case "es" -> new SpanishAnalyzer();
            case "cjk" -> new CJKAnalyzer();
            default -> new AnyLanguage();
        };
    }

    /// A place in a text, in UTF-16 units.
    public record Span(int from, int to) {}

    public String language() {
        return language;
    }

    /// In order, without repetition.
    public List<String> of(String text) {
        var words = new LinkedHashSet<String>();
        walk(text, (word, _) -> words.add(word));
        return new ArrayList<>(words);
    }

    /// Where those words stand.
    public List<Span> places(String text, Collection<String> wanted) {
        var places = new ArrayList<Span>();
        walk(text, (word, span) -> {
            if (wanted.contains(word)) {
                places.add(span);
            }
        });
        return places;
    }

    Analyzer analyzer() {
        return analyzer;
    }

    @FunctionalInterface
    private interface Visitor {
        void word(String word, Span span);
    }

    private void walk(String text, Visitor visitor) {
        try (var stream = analyzer.tokenStream(FIELD, text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                visitor.word(word.toString(), new Span(offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class AnyLanguage extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(new LowerCaseFilter(tokens)));
        }
    }
}
