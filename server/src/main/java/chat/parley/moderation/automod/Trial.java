package chat.parley.moderation.automod;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.moderation.automod.match.Budget;
import chat.parley.moderation.automod.match.Hit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tries a text against rules as they would judge it, without doing anything and without remembering it.
public final class Trial {
    private final Rules rules;
    private final Clock clock;

    public Trial(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /// @param rule one that would act
    public record Outcome(Rule rule, Hit hit) {}

    /// All that the enabled rules of a guild find; exemptions are left aside, since nobody wrote the text anywhere.
    ///
    /// @throws Refused with `Forbidden` for who does not manage the guild
    public List<Outcome> of(Caller caller, GuildId guild, String text) {
        rules.in(caller, guild);
        var found = new ArrayList<Outcome>();
        for (var judge : rules.of(guild)) {
            if (judge.rule().enabled()) {
                add(found, judge, text);
            }
        }
        return found;
    }

    /// The same for one rule that is still being written.
    ///
    /// @throws Refused with `Invalid` when its trigger cannot be
    public List<Outcome> of(Caller caller, Rule draft, String text) {
        rules.in(caller, draft.guild());
        RuleCheck.checkTrigger(draft);
        var found = new ArrayList<Outcome>();
        add(found, new Judge(draft), text);
        return found;
    }

    private void add(List<Outcome> found, Judge judge, String text) {
        boolean spam = judge.rule().trigger().kind() == Trigger.Kind.SPAM;
        var hit = spam ? spam(judge.rule(), text) : judge.meets(text, new Budget(Limits.AUTOMOD_PATTERNS_MS));
        if (hit != null) {
            found.add(new Outcome(judge.rule(), hit));
        }
    }

    /// Each line counts as a message, all by one author at the same time.
    private @Nullable Hit spam(Rule rule, String text) {
        var repeats = new Repeats();
        for (String line : text.lines().toList()) {
            if (repeats.spam(rule.guild(), rule.creator(), line, clock.millis())) {
                return new Hit("", line);
            }
        }
        return null;
    }
}
