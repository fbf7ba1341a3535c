package chat.parley.moderation.automod;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.MessageId;
import chat.parley.base.work.Chores;
import chat.parley.channel.Channels;
import chat.parley.guild.Guilds;
import chat.parley.guild.member.Members;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Draft;
import chat.parley.message.Extras;
import chat.parley.message.Message;
import chat.parley.message.Messages;
import chat.parley.moderation.automod.RuleEvent.Caught;
import chat.parley.moderation.automod.RuleEvent.Offence;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Does what the rules say to those who broke them.
public final class Enforcement implements AutoCloseable {
    /// As long as a timeout can be; ended when the name is in order.
    private static final Duration RESTRAINED = Duration.ofDays(28);

    private final Guilds guilds;
    private final Channels channels;
    private final Members members;
    private final Messages messages;
    private final RuleStore store;
    private final Bus bus;
    private final Clock clock;
    private final Chores chores = new Chores("automod");

    public Enforcement(
            Rules rules, Guilds guilds, Channels channels, Members members, Messages messages, Bus bus, Clock clock) {
        this.guilds = guilds;
        this.channels = channels;
        this.members = members;
        this.messages = messages;
        this.store = rules.store();
        this.bus = bus;
        this.clock = clock;
        bus.subscribe(Caught.class, it -> chores.add(() -> enforce(it.rule(), it.offence())));
    }

    @Override
    public void close() {
        chores.close();
    }

    private void enforce(Rule rule, Offence offence) {
        for (var action : rule.actions()) {
            MessageId alert = null;
            switch (action.kind()) {
                case BLOCK -> {}
                case ALERT -> alert = alert(rule, action, offence);
                case TIMEOUT ->
                    members.silence(
                            rule.guild(), offence.user(), clock.instant().plusSeconds(action.seconds()));
                case RESTRAIN -> {
                    store.restrain(rule.guild(), offence.user());
                    members.silence(
                            rule.guild(), offence.user(), clock.instant().plus(RESTRAINED));
                }
            }
            bus.publish(RuleDeeds.enforced(rule, action.kind(), offence));
            bus.publish(new RuleEvent.Enforced(rule, action, offence, alert));
        }
    }

    private @Nullable MessageId alert(Rule rule, Action action, Offence offence) {
        var channel = action.channel() == null ? null : channels.find(action.channel());
        var guild = guilds.find(rule.guild());
        if (channel == null || guild == null) {
            return null;
        }
        var draft = new Draft("", null, null, AllowedMentions.ALL, 0, Extras.NONE.with(Alert.of(rule, offence)));
        return messages.relay()
                .post(channel, guild, offence.user(), Message.AUTO_MODERATION_ACTION, draft)
                .message()
                .id();
    }
}
