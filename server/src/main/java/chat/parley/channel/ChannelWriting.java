package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.deed.Deed;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/// The right to change the channels of one guild: check, write to the database, then [#become].
final class ChannelWriting {
    private final Channels channels;
    private final GuildWriting guild;
    private final Floor floor;
    private final Clock clock;

    ChannelWriting(Channels channels, GuildWriting guild, Floor floor, Clock clock) {
        this.channels = channels;
        this.guild = guild;
        this.floor = floor;
        this.clock = clock;
    }

    GuildWriting guild() {
        return guild;
    }

    /// The guild as the caller sees it, surely up to date.
    GuildAccess as(Caller caller) {
        return guild.as(caller);
    }

    /// The channel as the caller sees it, surely up to date.
    ///
    /// @throws chat.parley.base.refusal.Refused as [Channels#seenBy]
    ChannelAccess seenBy(Caller caller, ChannelId id) {
        return Channels.seen(caller, view(), id);
    }

    /// Says who did what, for the audit log.
    void note(Deed deed) {
        guild.note(deed);
    }

    View view() {
        return floor.view(guild.now(), clock);
    }

    ChannelTable now() {
        return floor.table();
    }

    /// Those of the ids that are threads, archived or not.
    List<Channel> threads(Collection<ChannelId> ids) {
        return channels.threads(guild.now().id(), ids);
    }

    /// Shows a change of threads, which is durable.
    void change(UnaryOperator<ThreadTable> change) {
        floor.change(change);
    }

    void say(ChannelEvent event) {
        channels.publish(guild.now().id(), event);
    }

    /// Shows the change, which is durable, to everybody, and says what happened.
    void become(ChannelTable next, List<ChannelEvent> events) {
        channels.become(guild.now().id(), next, events);
    }
}
