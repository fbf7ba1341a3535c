package chat.parley.moderation.automod;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Problem;
import chat.parley.base.refusal.Refused;
import chat.parley.moderation.automod.match.Expressions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/// Whether a rule keeps to Discord's limits; all that is wrong is told at once.
final class RuleCheck {
    private final List<Problem> problems = new ArrayList<>();

    private RuleCheck() {}

    /// @throws Refused with `Invalid`
    static void check(Rule rule) {
        var check = new RuleCheck();
        check.length("name", rule.name(), 1, Limits.AUTOMOD_NAME_MAX_CHARS);
        check.count("exempt_roles", rule.exemptRoles().size(), Limits.AUTOMOD_EXEMPT_ROLES_MAX);
        check.count("exempt_channels", rule.exemptChannels().size(), Limits.AUTOMOD_EXEMPT_CHANNELS_MAX);
        check.trigger(rule.trigger());
        check.actions(rule);
        check.end();
    }

    /// Only what sets it off, for a rule that is not finished.
    static void checkTrigger(Rule rule) {
        var check = new RuleCheck();
        check.trigger(rule.trigger());
        check.end();
    }

    private void end() {
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.Invalid(List.copyOf(problems)));
        }
    }

    private void trigger(Trigger trigger) {
        String at = "trigger_metadata.";
        texts(at + "keyword_filter", trigger.keywords(), Limits.AUTOMOD_KEYWORDS_MAX, Limits.AUTOMOD_KEYWORD_MAX_CHARS);
        texts(at + "regex_patterns", trigger.patterns(), Limits.AUTOMOD_PATTERNS_MAX, Limits.AUTOMOD_PATTERN_MAX_CHARS);
        boolean preset = trigger.kind() == Trigger.Kind.PRESET;
        int allowed = preset ? Limits.AUTOMOD_KEYWORDS_MAX : Limits.AUTOMOD_ALLOWED_MAX;
        texts(at + "allow_list", trigger.allowed(), allowed, Limits.AUTOMOD_KEYWORD_MAX_CHARS);
        for (int i = 0; i < trigger.patterns().size() && problems.isEmpty(); i++) {
            var fault = Expressions.fault(trigger.patterns().get(i));
            if (fault != null) {
                problems.add(new Problem(at + "regex_patterns." + i, "AUTO_MODERATION_INVALID_REGEX", fault));
            }
        }
        if (trigger.presets().stream().anyMatch(it -> it < 1 || it > Presets.COUNT)) {
            problems.add(new Problem(at + "presets", "BASE_TYPE_CHOICES", "Value must be one of 1, 2, 3."));
        }
        if (trigger.mentionLimit() < 0 || trigger.mentionLimit() > Limits.AUTOMOD_MENTIONS_MAX) {
            problems.add(new Problem(
                    at + "mention_total_limit",
                    "NUMBER_TYPE_RANGE",
                    "Value must be between 0 and " + Limits.AUTOMOD_MENTIONS_MAX + "."));
        }
    }

    private void actions(Rule rule) {
        if (rule.actions().isEmpty() || rule.actions().size() > Limits.AUTOMOD_ACTIONS_MAX) {
            problems.add(new Problem(
                    "actions",
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between 1 and " + Limits.AUTOMOD_ACTIONS_MAX + " in length."));
        }
        var seen = EnumSet.noneOf(Action.Kind.class);
        for (int i = 0; i < rule.actions().size(); i++) {
            var action = rule.actions().get(i);
            String at = "actions." + i;
            if (!seen.add(action.kind()) || !fits(action.kind(), rule.trigger().kind())) {
                problems.add(new Problem(at + ".type", "AUTO_MODERATION_INVALID_ACTION", "The action does not fit."));
            }
            if (action.kind() == Action.Kind.ALERT && action.channel() == null) {
                problems.add(new Problem(at + ".metadata.channel_id", "BASE_TYPE_REQUIRED", "This field is required"));
            }
            if (action.message() != null) {
                length(at + ".metadata.custom_message", action.message(), 0, Limits.AUTOMOD_MESSAGE_MAX_CHARS);
            }
            if (action.seconds() < 0 || action.seconds() > Limits.AUTOMOD_TIMEOUT_MAX_S) {
                problems.add(new Problem(
                        at + ".metadata.duration_seconds",
                        "NUMBER_TYPE_RANGE",
                        "Value must be between 0 and " + Limits.AUTOMOD_TIMEOUT_MAX_S + "."));
            }
        }
    }

    /// As at Discord: names cannot be blocked or silenced for a time, and only they can restrain.
    private static boolean fits(Action.Kind action, Trigger.Kind trigger) {
        return switch (action) {
            case BLOCK -> !trigger.ofNames();
            case ALERT -> true;
            case TIMEOUT -> !trigger.ofNames();
            case RESTRAIN -> trigger.ofNames();
        };
    }

    private void texts(String field, List<String> texts, int max, int maxChars) {
        count(field, texts.size(), max);
        for (int i = 0; i < Math.min(texts.size(), max); i++) {
            length(field + "." + i, texts.get(i), 1, maxChars);
        }
    }

    private void count(String field, int size, int max) {
        if (size > max) {
            problems.add(new Problem(field, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length."));
        }
    }

    private void length(String field, String text, int min, int max) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            problems.add(new Problem(
                    field, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length."));
        }
    }
}
