package chat.parley.message.announcement;

import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildSnapshot;
import chat.parley.message.Extras;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.Messages;
import chat.parley.message.rich.Origin;
import chat.parley.message.rich.Persona;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was published, in the channels that follow. Runs apart from whoever publishes.
final class Copies {
    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final Messages messages;
    private final Ledger ledger;
    private final Channels channels;
    private final FollowerStore store;
    private final Clock clock;

    Copies(Messages messages, Ledger ledger, Channels channels, FollowerStore store, Clock clock) {
        this.messages = messages;
        this.ledger = ledger;
        this.channels = channels;
        this.store = store;
        this.clock = clock;
    }

    /// A channel that is gone follows no more.
    void send(Channel from, GuildSnapshot guild, Message message) {
        for (var follower : store.of(from.id())) {
            var target = channels.find(follower.target());
            if (target == null) {
                store.forget(follower.target());
                continue;
            }
            var name = guild.guild().name() + " #" + from.name();
            var persona = new Persona(follower.webhook(), name, null, null);
            var origin = new Origin(Origin.TOLD, from.guild(), from.id(), message.id());
            var extras = carried(message.extras()).from(origin, null).spokenBy(persona);
            var author = new UserId(follower.webhook().value());
            var copy = messages.relay().copy(target, author, message.content(), Message.IS_CROSSPOST, extras);
            store.copied(message.id(), target.id(), copy.id());
        }
    }

    /// Takes an edit over.
    void follow(Message message) {
        for (var copy : store.copies(List.of(message.id()))) {
            try {
                messages.relay()
                        .amend(
                                copy.target(),
                                copy.message(),
                                it -> it.with(edited(it.extras(), message.extras()))
                                        .edited(message.content(), it.mentions(), it.flags(), message.editedAt()));
            } catch (Refused gone) {
                LOG.debug("A copy of {} was deleted before", message.id());
            }
        }
    }

    void delete(Collection<MessageId> sources) {
        for (var copy : store.copies(sources)) {
            var target = channels.find(copy.target());
            if (target != null) {
                ledger.delete(target, List.of(copy.message()), clock.instant());
            }
        }
        store.forgetCopies(sources);
    }

    /// A poll is asked in one place only.
    private static Extras carried(Extras extras) {
        return Extras.NONE.with(extras.attachments()).with(extras.embeds()).with(extras.components());
    }

    private static Extras edited(Extras copy, Extras source) {
        return copy.with(source.attachments()).with(source.embeds()).with(source.components());
    }
}
