package chat.parley.message.announcement;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.base.work.Chores;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.message.Extras;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Messages;
import chat.parley.message.Quoted;
import chat.parley.message.rich.Origin;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/// Following announcement channels, and publishing to those who follow.
public final class Announcements implements AutoCloseable {
    /// Discord's number for the kind of webhook that brings what a followed channel publishes.
    private static final int FOLLOWER = 2;

    private final Messages messages;
    private final Ledger ledger;
    private final Channels channels;
    private final FollowerStore store;
    private final Copies copies;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;
    private final Chores chores = new Chores("announcement-chores");

    public Announcements(
            Messages messages,
            Ledger ledger,
            Channels channels,
            Database database,
            Bus bus,
            Snowflakes ids,
            Clock clock) {
        this.messages = messages;
        this.ledger = ledger;
        this.channels = channels;
        this.store = new FollowerStore(database);
        this.copies = new Copies(messages, ledger, channels, store, clock);
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
        bus.subscribe(MessageEvent.class, this::heard);
    }

    @Override
    public void close() {
        chores.close();
    }

    /// Lets a channel follow; who follows must be able to make webhooks there.
    ///
    /// @return the id that the copies have as their author's
    public EntityId follow(Caller caller, ChannelId source, ChannelId target) {
        var from = channels.seenBy(caller, source);
        if (from.channel().kind() != Channel.Kind.ANNOUNCEMENT) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        var to = channels.seenBy(caller, target).requiring(Permission.MANAGE_WEBHOOKS);
        if (to.channel().kind() != Channel.Kind.TEXT && to.channel().kind() != Channel.Kind.ANNOUNCEMENT) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        if (store.count(target) >= Limits.FOLLOWED_PER_CHANNEL_MAX) {
            throw new Refused(new Refusal.Full(Thing.CHANNEL, Limits.FOLLOWED_PER_CHANNEL_MAX));
        }
        var fresh = new EntityId(ids.next());
        var webhook = store.follow(fresh, source, target, caller.id(), clock.instant());
        if (webhook.equals(fresh)) {
            var origin = Extras.NONE.from(new Origin(Origin.TOLD, from.channel().guild(), source, null), null);
            String name = from.guild().guild().name() + " #" + from.channel().name();
            messages.relay().tell(to.channel(), caller.id(), Message.FOLLOW_NOTICE, name, origin, null);
            bus.publish(Deed.of(caller, to.guild().id(), DeedKind.WEBHOOK_CREATE, webhook)
                    .changing(List.of(
                            Change.of("type", null, FOLLOWER),
                            Change.of("channel_id", null, target),
                            Change.of("name", null, name))));
        }
        return webhook;
    }

    /// Publishes a message to all who follow its channel, once.
    public Quoted publish(Caller caller, ChannelId channel, MessageId id) {
        var access = channels.seenBy(caller, channel);
        if (access.channel().kind() != Channel.Kind.ANNOUNCEMENT) {
            throw Refusal.unfit(Why.WRONG_CHANNEL_KIND);
        }
        var message = ledger.one(channel, id);
        access.requiring(message.author().equals(caller.id()) ? Permission.SEND_MESSAGES : Permission.MANAGE_MESSAGES);
        if (!message.written()) {
            throw Refusal.unfit(Why.SYSTEM_MESSAGE);
        }
        var published = messages.relay().amend(channel, id, it -> {
            if ((it.flags() & Message.CROSSPOSTED) != 0) {
                throw Refusal.unfit(Why.ALREADY_PUBLISHED);
            }
            return it.marked(it.flags() | Message.CROSSPOSTED);
        });
        chores.add(() -> copies.send(access.channel(), access.guild(), published.message()));
        return published;
    }

    /// On the publisher's thread: only notes what is to be done.
    private void heard(MessageEvent event) {
        switch (event) {
            case MessageEvent.Edited(var message, var _) -> {
                if ((message.flags() & Message.CROSSPOSTED) != 0) {
                    chores.add(() -> copies.follow(message));
                }
            }
            case MessageEvent.Deleted(var _, var channel, var id) -> gone(channel, List.of(id));
            case MessageEvent.BulkDeleted(var _, var channel, var gone) -> gone(channel, gone);
            default -> {}
        }
    }

    private void gone(ChannelId channel, Collection<MessageId> ids) {
        chores.add(() -> {
            var place = channels.find(channel);
            if (place != null && place.kind() == Channel.Kind.ANNOUNCEMENT) {
                copies.delete(ids);
            }
        });
    }
}
