package chat.parley.search.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

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

    /// Names how words are made; indices made in another way begin anew.
    public String making() {
        return language + " 2";
    }

    /// What somebody looks for who writes this text.
    public Sought sought(String text) {
        return Sought.of(text, this);
    }

    /// In order, without repetition.
    public List<String> of(String text) {
        var words = new LinkedHashSet<String>(line(text));
        words.remove("");
        return new ArrayList<>(words);
    }

    /// Each word in its place; an empty one stands for a filler word that was left out.
    List<String> line(String text) {
        return tokens(text).stream().map(Token::word).toList();
    }

    /// Where what is looked for stands, in order and without overlaps: single words, and phrases as a whole.
    public List<Span> places(String text, Sought sought) {
        return analyzer instanceof AnyLanguage && Glance.fits(sought)
                ? joined(new Glance(sought.words(), it -> cut(it, sought)).places(text))
                : cut(text, sought);
    }

    /// The same by cutting the whole text.
    List<Span> cut(String text, Sought sought) {
        var tokens = tokens(text);
        var places = new ArrayList<Span>();
        for (int i = 0; i < tokens.size(); i++) {
            if (sought.alone(tokens.get(i).word)) {
                places.add(tokens.get(i).span);
            }
            for (var phrase : sought.phrases()) {
                if (stands(phrase, tokens, i)) {
                    places.add(new Span(tokens.get(i).span.from, tokens.get(i + phrase.size() - 1).span.to));
                }
            }
        }
        return joined(places);
    }

    Analyzer analyzer() {
        return analyzer;
    }

    private record Token(String word, Span span) {}

    private static boolean stands(List<String> phrase, List<Token> tokens, int at) {
        if (at + phrase.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            String word = phrase.get(i);
            if (!word.isEmpty() && !word.equals(tokens.get(at + i).word)) {
                return false;
            }
        }
        return true;
    }

    private static List<Span> joined(List<Span> places) {
        places.sort(Comparator.comparingInt(Span::from).thenComparingInt(Span::to));
        var joined = new ArrayList<Span>();
        for (var place : places) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && place.from < last.to) {
                joined.set(joined.size() - 1, new Span(last.from, Math.max(last.to, place.to)));
            } else {
                joined.add(place);
            }
        }
        return joined;
    }

    private List<Token> tokens(String text) {
        var composed = Composed.of(text);
        var tokens = new ArrayList<Token>();
        try (var stream = analyzer.tokenStream(FIELD, composed.text())) {
            var word = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                var span = new Span(composed.origin(offset.startOffset()), composed.originEnd(offset.endOffset()));
                for (int i = 1; i < step.getPositionIncrement(); i++) {
                    tokens.add(new Token("", new Span(span.from, span.from)));
                }
                tokens.add(new Token(word.toString(), span));
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return tokens;
    }

    private static final class AnyLanguage extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, new ASCIIFoldingFilter(new LowerCaseFilter(tokens)));
        }
    }
}
