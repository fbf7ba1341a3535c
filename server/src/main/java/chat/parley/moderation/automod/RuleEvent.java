package chat.parley.moderation.automod;

import chat.parley.base.bus.Event;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.moderation.automod.match.Hit;
import org.jspecify.annotations.Nullable;

/// What happens to rules, and by them.
public sealed interface RuleEvent extends Event {
    Rule rule();

    default GuildId guild() {
        return rule().guild();
    }

    record Created(Rule rule) implements RuleEvent {}

    record Updated(Rule rule) implements RuleEvent {}

    record Deleted(Rule rule) implements RuleEvent {}

    /// Somebody broke the rule; its actions are still to be taken.
    record Caught(Rule rule, Offence offence) implements RuleEvent {}

    /// One of the rule's actions was taken.
    ///
    /// @param alert the message that tells the moderators, if there is one
    record Enforced(
            Rule rule,
            Action action,
            Offence offence,
            @Nullable MessageId alert) implements RuleEvent {}

    /// What somebody wrote, or is called.
    ///
    /// @param channel where; absent for names
    /// @param message absent when it was not posted, and for names
    record Offence(
            UserId user,
            @Nullable ChannelId channel,
            @Nullable MessageId message,
            String content,
            Hit hit) {}
}
