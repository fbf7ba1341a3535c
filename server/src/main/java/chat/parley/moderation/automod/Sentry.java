package chat.parley.moderation.automod;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.ChannelAccess;
import chat.parley.moderation.automod.RuleEvent.Offence;
import chat.parley.moderation.automod.match.Budget;
import chat.parley.moderation.automod.match.Hit;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Judges what members write, before it is posted. The first rule that blocks ends it; what other rules found until
/// then counts too.
public final class Sentry {
    private static final String USUAL_WORDS =
            "Your message could not be posted: it goes against a rule of this community.";
    private static final Duration NEWCOMER = Duration.ofDays(1);

    private final Rules rules;
    private final Bus bus;
    private final Clock clock;
    private final Repeats repeats = new Repeats();
    private final MentionRaids mentionRaids = new MentionRaids();

    public Sentry(Rules rules, Bus bus, Clock clock) {
        this.rules = rules;
        this.bus = bus;
        this.clock = clock;
    }

    private record Found(Rule rule, Hit hit) {}

    /// See [chat.parley.message.oversight.Oversight#judge].
    public @Nullable Consumer<MessageId> judge(ChannelAccess access, String content, boolean fresh) {
        if (access.caller().bot() || access.may(Permission.MANAGE_GUILD) || access.may(Permission.ADMINISTRATOR)) {
            return null;
        }
        var found = new ArrayList<Found>();
        var budget = new Budget(Limits.AUTOMOD_PATTERNS_MS);
        for (var judge : rules.of(access.guild().id())) {
            if (!judge.judgesMessages() || judge.exempts(access.self()) || judge.exempts(access.channel())) {
                continue;
            }
            var hit = hit(judge, access, content, fresh, budget);
            if (hit == null) {
                continue;
            }
            found.add(new Found(judge.rule(), hit));
            var block = judge.rule().action(Action.Kind.BLOCK);
            if (block != null) {
                tell(access, content, found, null);
                throw new Refused(new Refusal.Screened(block.message() == null ? USUAL_WORDS : block.message()));
            }
        }
        return found.isEmpty() ? null : posted -> tell(access, content, found, posted);
    }

    private @Nullable Hit hit(Judge judge, ChannelAccess access, String content, boolean fresh, Budget budget) {
        var trigger = judge.rule().trigger();
        return switch (trigger.kind()) {
            case KEYWORD, PRESET, LINK -> judge.meets(content, budget);
            case SPAM -> fresh ? spam(access, content) : null;
            case MENTIONS -> mentions(trigger, access, content, fresh);
            case PROFILE -> null;
        };
    }

    private @Nullable Hit spam(ChannelAccess access, String content) {
        boolean spam = repeats.spam(access.guild().id(), access.caller().id(), content, clock.millis());
        return spam ? new Hit("", content) : null;
    }

    private @Nullable Hit mentions(Trigger trigger, ChannelAccess access, String content, boolean fresh) {
        int mentions = Judge.mentions(content);
        if (mentions == 0) {
            return null;
        }
        boolean newcomer = access.self().joinedAt().isAfter(clock.instant().minus(NEWCOMER));
        boolean raid = trigger.raidProtection()
                && fresh
                && newcomer
                && mentionRaids.raid(access.guild().id(), mentions, trigger.mentionLimit(), clock.millis());
        return Judge.tooMany(mentions, raid ? 0 : trigger.mentionLimit());
    }

    private void tell(ChannelAccess access, String content, List<Found> found, @Nullable MessageId posted) {
        for (var it : found) {
            var offence = new Offence(access.caller().id(), access.channel().id(), posted, content, it.hit());
            bus.publish(new RuleEvent.Caught(it.rule(), offence));
        }
    }
}
