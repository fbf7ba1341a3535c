package chat.parley.message;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.channel.Channels;
import chat.parley.message.rich.Snapshot;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reading what was written. The newest messages of channels that are read come from memory.
public final class History {
    private final Ledger ledger;
    private final Channels channels;

    public History(Ledger ledger, Channels channels) {
        this.ledger = ledger;
        this.channels = channels;
    }

    /// Newest first. Who may not read the history sees nothing of it.
    ///
    /// @param limit 1 to 100
    public List<Quoted> of(Caller caller, ChannelId channel, Slice slice, int limit) {
        if (!channels.seenBy(caller, channel).may(Permission.READ_MESSAGE_HISTORY)) {
            return List.of();
        }
        return quoted(channel, slice(channel, slice, limit));
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown` or `Forbidden`
    public Quoted one(Caller caller, ChannelId channel, MessageId id) {
        channels.seenBy(caller, channel).requiring(Permission.READ_MESSAGE_HISTORY);
        var message = ledger.one(channel, id);
        return new Quoted(message, ledger.answeredBy(message));
    }

    /// For features that have their own reason to know it.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown`
    public Quoted stored(ChannelId channel, MessageId id) {
        var message = ledger.one(channel, id);
        return new Quoted(message, ledger.answeredBy(message));
    }

    /// What a forward shows of a message that the caller may read; of a forward, what that one shows.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unfit` when the server wrote it, or it asks a poll
    public Snapshot snapshot(Caller caller, ChannelId channel, MessageId id) {
        var message = one(caller, channel, id).message();
        var extras = message.extras();
        if (!message.written() || extras.poll() != null) {
            throw Refusal.unfit(Why.SYSTEM_MESSAGE);
        }
        return extras.snapshot() != null
                ? extras.snapshot()
                : new Snapshot(
                        message.kind(),
                        message.content(),
                        message.id().time(),
                        message.editedAt(),
                        message.flags(),
                        message.mentions().users(),
                        message.mentions().roles(),
                        extras.attachments(),
                        extras.embeds(),
                        extras.components(),
                        extras.stickers());
    }

    private List<Message> slice(ChannelId channel, Slice slice, int limit) {
        return switch (slice) {
            case Slice.Newest() -> ledger.below(channel, Long.MAX_VALUE, limit);
            case Slice.Before(var id) -> ledger.below(channel, id.value(), limit);
            case Slice.After(var id) -> ledger.above(channel, id, limit);
            case Slice.Around(var id) -> {
                var newer = ledger.above(channel, id, limit / 2);
                var older = ledger.below(channel, id.value() + 1, limit - limit / 2);
                var around = new ArrayList<>(newer);
                around.addAll(older);
                yield around;
            }
        };
    }

    /// Messages with those that they answer, all of which are looked up at once.
    private List<Quoted> quoted(ChannelId channel, List<Message> messages) {
        var replies = new ArrayList<MessageId>();
        for (var message : messages) {
            if (message.kind() == Message.REPLY && message.replyTo() != null) {
                replies.add(message.replyTo());
            }
        }
        var answered = replies.isEmpty() ? Map.<MessageId, Message>of() : ledger.all(channel, replies);
        var quoted = new ArrayList<Quoted>(messages.size());
        for (var message : messages) {
            quoted.add(new Quoted(message, answered(message, answered)));
        }
        return quoted;
    }

    private @Nullable Message answered(Message message, Map<MessageId, Message> found) {
        if (message.kind() == Message.REPLY && message.replyTo() != null) {
            return found.get(message.replyTo());
        }
        return ledger.answeredBy(message);
    }
}
