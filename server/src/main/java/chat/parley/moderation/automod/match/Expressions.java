package chat.parley.moderation.automod.match;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Regular expressions that run in linear time (RE2: no back references, no look-around), and are small: repetitions
/// are unrolled, so a short pattern can be a huge program, which is refused when the rule is made.
public final class Expressions {
    /// Letters of the pattern times the counts of its repetitions.
    private static final int PROGRAM_MAX = 10_000;
    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");

    private final List<Pattern> patterns;

    Expressions(List<String> written) {
        patterns = written.stream().map(Expressions::compiled).toList();
    }

    /// Why the pattern cannot be used; absent when it can.
    public static @Nullable String fault(String written) {
        if (size(written) > PROGRAM_MAX) {
            return "The pattern repeats too much.";
        }
        try {
            compiled(written);
            return null;
        } catch (PatternSyntaxException wrong) {
            return "Invalid regex: " + wrong.getDescription();
        } catch (RuntimeException | StackOverflowError wrong) {
            return "Invalid regex.";
        }
    }

    /// The first place of the first pattern that does not lie within one of those.
    ///
    /// @throws Budget.Spent when it takes too long
    @Nullable
    Hit first(String text, Budget budget, List<Phrases.Span> allowed) {
        for (var pattern : patterns) {
            var matcher = pattern.matcher(budget.of(text));
            while (matcher.find()) {
                var span = new Phrases.Span(matcher.start(), matcher.end(), 0);
                if (span.end() > span.start() && !Phrases.within(span, allowed)) {
                    return new Hit(pattern.pattern(), text.substring(span.start(), span.end()));
                }
            }
        }
        return null;
    }

    private static Pattern compiled(String written) {
        return Pattern.compile(written, Pattern.CASE_INSENSITIVE);
    }

    private static long size(String written) {
        long size = written.length();
        for (var count = COUNT.matcher(written); count.find() && size <= PROGRAM_MAX; ) {
            String most = count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
            size *= Math.max(1, Long.parseLong(most));
        }
        return size;
    }
}
