package chat.parley.message.pin;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.ChannelAccess;
import chat.parley.channel.Channels;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Messages;
import chat.parley.message.Quoted;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Pinning messages.
public final class Pins {
    private final Ledger ledger;
    private final Messages messages;
    private final Channels channels;
    private final PinStore store;
    private final Clock clock;

    public Pins(Ledger ledger, Messages messages, Database database, Channels channels, Clock clock) {
        this.ledger = ledger;
        this.messages = messages;
        this.channels = channels;
        this.store = new PinStore(database);
        this.clock = clock;
    }

    /// @param at when it was pinned
    public record Pinned(Quoted message, Instant at) {}

    /// @param more whether there are older ones
    public record Page(List<Pinned> pins, boolean more) {}

    /// Pins a message and says so in the channel; one that is pinned stays as it is.
    public void pin(Caller caller, ChannelId channel, MessageId id) {
        var access = requireMayPin(channels.seenBy(caller, channel)).requiringOpen();
        var pinned = ledger.changing(channel, () -> {
            var message = ledger.one(channel, id);
            if (message.pinned()) {
                return null;
            }
            if (!message.written()) {
                throw Refusal.unfit(Why.SYSTEM_MESSAGE);
            }
            if (store.count(channel) >= Limits.PINS_MAX) {
                throw new Refused(new Refusal.Full(Thing.PIN, Limits.PINS_MAX));
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            store.pin(channel, id, now);
            var told = told(message.pinned(true), now);
            ledger.note(deed(caller, DeedKind.MESSAGE_PIN, message));
            return told;
        });
        if (pinned != null) {
            messages.notice(access.channel(), caller.id(), Message.PIN_NOTICE, pinned);
        }
    }

    public void unpin(Caller caller, ChannelId channel, MessageId id) {
        requireMayPin(channels.seenBy(caller, channel)).requiringOpen();
        ledger.changing(channel, () -> {
            var message = ledger.one(channel, id);
            if (!message.pinned()) {
                return message;
            }
            store.pin(channel, id, null);
            var told =
                    told(message.pinned(false), store.newest(List.of(channel)).get(channel));
            ledger.note(deed(caller, DeedKind.MESSAGE_UNPIN, message));
            return told;
        });
    }

    /// Newest pin first; nothing for who may not read the history.
    ///
    /// @param before only what was pinned earlier
    public Page list(Caller caller, ChannelId channel, @Nullable Instant before, int limit) {
        if (!channels.seenBy(caller, channel).may(Permission.READ_MESSAGE_HISTORY)) {
            return new Page(List.of(), false);
        }
        var from = before == null ? clock.instant().plusSeconds(3_600) : before;
        var found = store.before(channel, from, limit + 1);
        var present =
                ledger.all(channel, found.stream().map(PinStore.Pin::message).toList());
        var pins = new ArrayList<Pinned>();
        for (var pin : found.subList(0, Math.min(limit, found.size()))) {
            var message = present.get(pin.message());
            if (message != null) {
                pins.add(new Pinned(new Quoted(message, ledger.answeredBy(message)), pin.at()));
            }
        }
        return new Page(pins, found.size() > limit);
    }

    /// When the newest pin of each of these channels was set.
    public Map<ChannelId, Instant> newestIn(Collection<ChannelId> wanted) {
        return store.newest(wanted);
    }

    private static Deed deed(Caller caller, DeedKind kind, Message message) {
        return Deed.of(caller, message.guild(), kind, message.author())
                .with("channel_id", message.channel())
                .with("message_id", message.id());
    }

    private Message told(Message now, @Nullable Instant newest) {
        ledger.changed(
                now,
                new MessageEvent.Edited(now, ledger.answeredBy(now)),
                new MessageEvent.PinsChanged(now.guild(), now.channel(), newest));
        return now;
    }

    private static ChannelAccess requireMayPin(ChannelAccess access) {
        return access.may(Permission.MANAGE_MESSAGES) ? access : access.requiring(Permission.PIN_MESSAGES);
    }
}
