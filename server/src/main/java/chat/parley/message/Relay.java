package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channel;
import chat.parley.guild.GuildSnapshot;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Messages of those who are no members, webhooks and bots that answer an interaction, and what the server itself
/// changes in a message. Nothing here asks for permissions or slow mode: whoever calls has checked that it may be.
public final class Relay {
    private final Ledger ledger;
    private final Appender appender;
    private final Mentioning mentioning;
    private final Clock clock;

    Relay(Ledger ledger, Appender appender, Mentioning mentioning, Clock clock) {
        this.ledger = ledger;
        this.appender = appender;
        this.mentioning = mentioning;
        this.clock = clock;
    }

    /// @param kind one of the constants of [Message]
    /// @return when it is durable and on its way to everybody
    public Quoted post(Channel channel, GuildSnapshot guild, UserId author, int kind, Draft draft) {
        return post(channel, guild, author, kind, draft, null);
    }

    /// Posts the first message of a thread, which has the thread's id.
    public Quoted begin(Channel thread, GuildSnapshot guild, UserId author, Draft draft) {
        return post(
                thread,
                guild,
                author,
                Message.DEFAULT,
                draft,
                new MessageId(thread.id().value()));
    }

    private Quoted post(
            Channel channel, GuildSnapshot guild, UserId author, int kind, Draft draft, @Nullable MessageId id) {
        var answering = draft.answering();
        var answered = answering == null ? null : ledger.find(channel.id(), answering.message());
        var mentions = mentioning.resolve(guild, true, draft.content(), draft.allowed(), answered);
        var entry = new Entry(
                channel.id(),
                channel.guild(),
                author,
                kind,
                draft.content(),
                answered,
                mentions,
                draft.flags(),
                draft.nonce(),
                draft.extras());
        return switch (appender.append(entry, id)) {
            case Receipt.Written(var message) -> new Quoted(message, answered);
            case Receipt.Repeated(var first) -> new Quoted(ledger.one(channel.id(), first), answered);
        };
    }

    /// Has the server say something of its own: that a thread was started, how a poll ended.
    ///
    /// @param kind one of the constants of [Message]
    /// @param about the message that it is about, in whichever channel
    public Message tell(
            Channel channel, UserId author, int kind, String content, Extras extras, @Nullable Message about) {
        var entry = new Entry(
                channel.id(), channel.guild(), author, kind, content, about, Message.Mentions.NONE, 0, null, extras);
        return written(channel, entry);
    }

    private Message written(Channel channel, Entry entry) {
        return switch (appender.append(entry)) {
            case Receipt.Written(var message) -> message;
            case Receipt.Repeated(var first) -> ledger.one(channel.id(), first);
        };
    }

    /// Repeats in a channel what was written elsewhere; nobody is called by it.
    public Message copy(Channel channel, UserId author, String content, int flags, Extras extras) {
        var entry = new Entry(
                channel.id(),
                channel.guild(),
                author,
                Message.DEFAULT,
                content,
                null,
                Message.Mentions.NONE,
                flags,
                null,
                extras);
        return written(channel, entry);
    }

    /// Changes a message of that author.
    public Quoted edit(Channel channel, GuildSnapshot guild, UserId author, MessageId id, Revision revision) {
        return ledger.changing(channel.id(), () -> {
            var before = own(channel.id(), author, id);
            var content = revision.content();
            var mentions = content == null || content.equals(before.content())
                    ? before.mentions()
                    : mentioning.resolve(guild, true, content, revision.allowed(), null);
            var after = revision.appliedTo(before, mentions, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return stored(before, after);
        });
    }

    /// Deletes a message of that author.
    public void delete(Channel channel, UserId author, MessageId id) {
        own(channel.id(), author, id);
        ledger.delete(channel, List.of(id), clock.instant());
    }

    /// Changes what the server adds to a message of anybody: previews, flags, the results of a poll. It is told as an
    /// update and does not count as an edit.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown` when it is gone
    public Quoted amend(ChannelId channel, MessageId id, UnaryOperator<Message> change) {
        return ledger.changing(channel, () -> {
            var before = ledger.one(channel, id);
            return stored(before, change.apply(before));
        });
    }

    private Quoted stored(Message before, Message after) {
        var answered = ledger.answeredBy(before);
        if (!after.equals(before)) {
            ledger.store().edit(after);
            ledger.changed(after, new MessageEvent.Edited(after, answered));
        }
        return new Quoted(after, answered);
    }

    private Message own(ChannelId channel, UserId author, MessageId id) {
        var message = ledger.one(channel, id);
        if (!message.author().equals(author)) {
            throw Refusal.unfit(Why.MESSAGE_OF_ANOTHER);
        }
        return message;
    }
}
