package chat.parley.moderation.automod.match;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a rule looks for in a text, made ready once: phrases, patterns, and what is allowed in spite of them.
public final class Words {
    private final Phrases wanted;
    private final Phrases allowed;
    private final Expressions patterns;

    public Words(List<String> wanted, List<String> patterns, List<String> allowed) {
        this.wanted = new Phrases(wanted);
        this.allowed = new Phrases(allowed);
        this.patterns = new Expressions(patterns);
    }

    /// The first hit; patterns are left out once the budget is spent.
    public @Nullable Hit in(String text, Budget budget) {
        String plain = Plain.of(text);
        var passed = allowed.empty() ? List.<Phrases.Span>of() : allowed.all(plain);
        var span = wanted.first(plain, passed);
        if (span != null) {
            return new Hit(wanted.written(span), plain.substring(span.start(), span.end()));
        }
        try {
            return patterns.first(
                    text, budget, allowed.empty() ? List.of() : allowed.all(text.toLowerCase(Locale.ROOT)));
        } catch (Budget.Spent tooSlow) {
            return null;
        }
    }
}
