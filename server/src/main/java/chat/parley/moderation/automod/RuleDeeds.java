package chat.parley.moderation.automod;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.moderation.automod.RuleEvent.Offence;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of rules, and what they do. What a rule does is a deed of whoever made it.
final class RuleDeeds {
    private RuleDeeds() {}

    static Deed created(Caller caller, Rule rule) {
        return Deed.of(caller, rule.guild(), DeedKind.AUTO_MODERATION_RULE_CREATE, rule.id())
                .changing(changes(null, rule));
    }

    static Deed updated(Caller caller, Rule before, Rule after) {
        return Deed.of(caller, after.guild(), DeedKind.AUTO_MODERATION_RULE_UPDATE, after.id())
                .changing(changes(before, after));
    }

    static Deed deleted(Caller caller, Rule rule) {
        return Deed.of(caller, rule.guild(), DeedKind.AUTO_MODERATION_RULE_DELETE, rule.id())
                .changing(changes(rule, null));
    }

    static Deed enforced(Rule rule, Action.Kind action, Offence offence) {
        var maker = new Caller(rule.creator(), new EntityId(rule.creator().value()), false, false);
        var deed = Deed.of(maker, rule.guild(), kind(action), offence.user())
                .with("auto_moderation_rule_name", rule.name())
                .with("auto_moderation_rule_trigger_type", rule.trigger().kind().number());
        return offence.channel() == null ? deed : deed.with("channel_id", offence.channel());
    }

    private static DeedKind kind(Action.Kind action) {
        return switch (action) {
            case BLOCK -> DeedKind.AUTO_MODERATION_BLOCK_MESSAGE;
            case ALERT -> DeedKind.AUTO_MODERATION_FLAG_TO_CHANNEL;
            case TIMEOUT -> DeedKind.AUTO_MODERATION_USER_COMMUNICATION_DISABLED;
            case RESTRAIN -> DeedKind.AUTO_MODERATION_QUARANTINE_USER;
        };
    }

    private static Changes<Rule> changes(@Nullable Rule before, @Nullable Rule after) {
        return Changes.between(before, after)
                .tell("name", Rule::name)
                .tell("enabled", Rule::enabled)
                .tell("event_type", it -> it.trigger().kind().ofNames() ? 2 : 1)
                .tell("trigger_type", it -> it.trigger().kind().number())
                .tell("trigger_metadata", it -> metadata(it.trigger()))
                .tell(
                        "actions",
                        it -> it.actions().stream().map(RuleDeeds::action).toList())
                .tell("exempt_roles", Rule::exemptRoles)
                .tell("exempt_channels", Rule::exemptChannels);
    }

    private static Map<String, Object> metadata(Trigger trigger) {
        return Map.of(
                "keyword_filter", trigger.keywords(),
                "regex_patterns", trigger.patterns(),
                "allow_list", trigger.allowed(),
                "presets", trigger.presets(),
                "mention_total_limit", trigger.mentionLimit(),
                "mention_raid_protection_enabled", trigger.raidProtection());
    }

    private static Map<String, Object> action(Action action) {
        Object metadata = switch (action.kind()) {
            case BLOCK -> action.message() == null ? Map.of() : Map.of("custom_message", action.message());
            case ALERT -> action.channel() == null ? Map.of() : Map.of("channel_id", action.channel());
            case TIMEOUT -> Map.of("duration_seconds", action.seconds());
            case RESTRAIN -> Map.of();
        };
        return Map.of("type", action.kind().number(), "metadata", metadata);
    }
}
