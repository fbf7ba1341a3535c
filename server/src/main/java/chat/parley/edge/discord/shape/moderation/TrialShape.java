package chat.parley.edge.discord.shape.moderation;

import chat.parley.base.id.EntityId;
import chat.parley.moderation.automod.Trial;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What a rule found in a text that was tried, in words of our own.
///
/// @param ruleId absent for a rule that is not saved
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TrialShape(
        @Nullable EntityId ruleId, String ruleName, int triggerType, String matchedKeyword, String matchedContent) {

    public static TrialShape of(Trial.Outcome outcome) {
        var rule = outcome.rule();
        return new TrialShape(
                rule.id().value() == 0 ? null : rule.id(),
                rule.name(),
                rule.trigger().kind().number(),
                outcome.hit().keyword(),
                outcome.hit().text());
    }
}
