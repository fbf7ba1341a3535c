package chat.parley.reception;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What newcomers accept before they may write.
///
/// @param version when they were changed last: only what one has read can be accepted
public record HouseRules(Instant version, @Nullable String description, List<String> terms) {
    static final HouseRules NONE = new HouseRules(Instant.EPOCH, null, List.of());

    public HouseRules {
        terms = List.copyOf(Objects.requireNonNullElse(terms, List.of()));
    }

    public HouseRules described(@Nullable String other) {
        return new HouseRules(version, other, terms);
    }

    public HouseRules with(List<String> others) {
        return new HouseRules(version, description, others);
    }

    /// For the audit log, which knows no lists of texts.
    String text() {
        return String.join("\n", terms);
    }

    HouseRules at(Instant time) {
        return new HouseRules(time, description, terms);
    }
}
