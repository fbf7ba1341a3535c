package chat.parley.moderation.automod;

import chat.parley.base.id.ChannelId;
import chat.parley.channel.Channel;
import chat.parley.guild.Member;
import chat.parley.message.text.Called;
import chat.parley.moderation.automod.match.Budget;
import chat.parley.moderation.automod.match.Hit;
import chat.parley.moderation.automod.match.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule, ready to judge texts.
final class Judge {
    private final Rule rule;
    private final Words words;

    Judge(Rule rule) {
        this.rule = rule;
        var trigger = rule.trigger();
        this.words = switch (trigger.kind()) {
            case KEYWORD, PROFILE -> new Words(trigger.keywords(), trigger.patterns(), trigger.allowed());
            case PRESET -> new Words(Presets.words(trigger.presets()), List.of(), trigger.allowed());
            case LINK, SPAM, MENTIONS -> new Words(List.of(), List.of(), List.of());
        };
    }

    Rule rule() {
        return rule;
    }

    boolean judgesMessages() {
        return rule.enabled() && !rule.trigger().kind().ofNames();
    }

    boolean exempts(Member member) {
        return member.roles().stream().anyMatch(rule.exemptRoles()::contains);
    }

    boolean exempts(Channel channel) {
        ChannelId parent = channel.parent();
        return rule.exemptChannels().contains(channel.id())
                || (parent != null && rule.exemptChannels().contains(parent));
    }

    /// What a text by itself breaks the rule with. Spam, and raids, are only seen beside other messages.
    @Nullable
    Hit meets(String text, Budget budget) {
        var trigger = rule.trigger();
        return switch (trigger.kind()) {
            case KEYWORD, PRESET, PROFILE -> words.in(text, budget);
            case LINK -> Links.first(text, trigger.allowed());
            case MENTIONS -> tooMany(mentions(text), trigger.mentionLimit());
            case SPAM -> null;
        };
    }

    static int mentions(String text) {
        var called = Called.in(text);
        return called.users().size() + called.roles().size();
    }

    static @Nullable Hit tooMany(int mentions, int limit) {
        return mentions > limit ? new Hit("", mentions + " mentions") : null;
    }
}
