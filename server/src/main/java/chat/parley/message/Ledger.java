package chat.parley.message;

import chat.parley.base.bus.Bus;
import chat.parley.base.cache.Runs;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.guild.deed.Deed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The messages of every channel as they are now, and the right to change one.
///
/// Whoever changes a message that is there (edits, deletes, reacts, pins) does so inside [#changing]: then the
/// database, memory and events change in the same order. New messages come from the one writer, which needs no
/// lock.
///
/// A message exists for readers from the moment at which it is published ([#newest] has its id), not from its commit a
/// moment earlier; so nobody can react to what the others have not been sent yet.
public final class Ledger {
    private static final int LOCKS = 256;

    /// Where a channel ends, from memory.
    ///
    /// @param message the newest that was ever in it
    /// @param pin when its newest pin was set
    public record End(@Nullable MessageId message, @Nullable Instant pin) {
        public static final End NONE = new End(null, null);
    }

    private final MessageStore store;
    private final Bus bus;
    private final Shelves shelves = new Shelves(Limits.HISTORY_CACHE_CHANNELS);
    /// What lies before the tails, as far as somebody has read it lately.
    private final Runs<ChannelId, Message> older;
    private final Map<ChannelId, MessageId> newest = new ConcurrentHashMap<>();
    private final Map<ChannelId, Instant> pinned = new ConcurrentHashMap<>();
    /// One for all channels with the same remainder.
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];

    /// @param olderMaxBytes memory for pages further back than the newest; 0 for none
    public Ledger(Database database, Bus bus, long olderMaxBytes) {
        this.store = new MessageStore(database);
        this.older = new Runs<>(olderMaxBytes, it -> it.id().value(), Message::bytes);
        this.bus = bus;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /// Learns where every channel ends; before anything is posted.
    ///
    /// @return the newest id of all, 0 when nothing was ever written
    long open() {
        newest.putAll(store.newest());
        pinned.putAll(store.newestPins());
        return newest.values().stream().mapToLong(MessageId::value).max().orElse(0);
    }

    /// The newest message that was ever in the channel, deleted or not.
    @Nullable
    MessageId newest(ChannelId channel) {
        return newest.get(channel);
    }

    End end(ChannelId channel) {
        return new End(newest.get(channel), pinned.get(channel));
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown`
    public Message one(ChannelId channel, MessageId id) {
        var message = find(channel, id);
        if (message == null) {
            throw Refusal.unknown(Thing.MESSAGE);
        }
        return message;
    }

    public @Nullable Message find(ChannelId channel, MessageId id) {
        return all(channel, List.of(id)).get(id);
    }

    /// Those of the ids that are there, in no order.
    public Map<MessageId, Message> all(ChannelId channel, Collection<MessageId> ids) {
        var found = new HashMap<MessageId, Message>();
        var missing = gather(channel, ids, found);
        if (!missing.isEmpty()) {
            store.all(channel, missing).forEach(it -> found.put(it.id(), it));
        }
        return found;
    }

    /// Takes what is in memory.
    ///
    /// @return what may be in the database
    private List<MessageId> gather(ChannelId channel, Collection<MessageId> ids, Map<MessageId, Message> found) {
        var missing = new ArrayList<MessageId>();
        var shelf = shelves.find(channel);
        var tail = shelf == null ? null : shelf.now();
        for (var id : ids) {
            if (tail == null || !tail.reaches(id)) {
                missing.add(id);
                continue;
            }
            var message = tail.find(id);
            if (message != null) {
                found.put(id, message);
            }
        }
        missing.removeIf(it -> !published(channel, it) || known(channel, it, found));
        return missing;
    }

    /// Those of the ids that are there, wherever, in one question to the database at most.
    public Map<MessageId, Message> all(Map<ChannelId, List<MessageId>> wanted) {
        var found = new HashMap<MessageId, Message>();
        var missing = new HashMap<MessageId, ChannelId>();
        wanted.forEach((channel, ids) -> gather(channel, ids, found).forEach(it -> missing.put(it, channel)));
        if (!missing.isEmpty()) {
            store.all(missing).forEach(it -> found.put(it.id(), it));
        }
        return found;
    }

    /// Whether memory knows it, or knows that it is not there.
    private boolean known(ChannelId channel, MessageId id, Map<MessageId, Message> found) {
        var there = older.at(channel, id.value());
        if (there != null && !there.isEmpty()) {
            found.put(id, there.getFirst());
        }
        return there != null;
    }

    /// The message that this one replies to, unless it is gone.
    public @Nullable Message answeredBy(Message message) {
        var origin = message.extras().origin();
        if (message.kind() == Message.STARTER && origin != null && origin.message() != null) {
            return find(origin.channel(), origin.message());
        }
        return message.kind() == Message.REPLY && message.replyTo() != null
                ? find(message.channel(), message.replyTo())
                : null;
    }

    /// The newest below that id, newest first.
    List<Message> below(ChannelId channel, long id, int limit) {
        var end = newest.get(channel);
        if (end == null) {
            return List.of();
        }
        var shelf = shelves.of(channel);
        var tail = shelf.now();
        var found = tail == null ? null : tail.below(id, limit);
        if (found != null) {
            return found;
        }
        if (id > end.value()) {
            var loaded = shelf.load(it -> it.below(id, limit) != null, () -> load(channel))
                    .below(id, limit);
            if (loaded != null) {
                return loaded;
            }
        }
        return older.below(
                channel,
                Math.min(id, end.value() + 1),
                limit,
                (from, below, most) -> store.between(channel, from, below, most));
    }

    /// The oldest above that id, newest first.
    List<Message> above(ChannelId channel, MessageId id, int limit) {
        var end = newest.get(channel);
        if (end == null || end.compareTo(id) <= 0) {
            return List.of();
        }
        var shelf = shelves.find(channel);
        var tail = shelf == null ? null : shelf.now();
        var found = tail == null ? null : tail.above(id, limit);
        if (found == null) {
            var known = older.from(channel, id.value() + 1, end.value() + 1, limit);
            found = known == null ? store.above(channel, id.value(), end.value(), limit) : known.reversed();
        }
        return found;
    }

    /// Runs a change of messages that are there, alone in its channel.
    public <T> T changing(ChannelId channel, Supplier<T> change) {
        var lock = locks[Math.floorMod(channel.hashCode(), LOCKS)];
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }

    /// To be told of a change that is durable, inside [#changing].
    public void changed(Message now, MessageEvent... events) {
        var shelf = shelves.find(now.channel());
        if (shelf != null) {
            shelf.replaced(now);
        }
        older.replace(now.channel(), now);
        for (var event : events) {
            if (event instanceof MessageEvent.PinsChanged pins) {
                note(pins);
            }
            bus.publish(event);
        }
    }

    private void note(MessageEvent.PinsChanged pins) {
        if (pins.newestPin() == null) {
            pinned.remove(pins.channel());
        } else {
            pinned.put(pins.channel(), pins.newestPin());
        }
    }

    /// Hides those of the messages that are there and tells everybody.
    ///
    /// @return those that were there
    public List<MessageId> delete(Channel channel, List<MessageId> ids, Instant at) {
        return changing(channel.id(), () -> {
            boolean pinned = all(channel.id(), ids).values().stream().anyMatch(Message::pinned);
            var gone = store.delete(channel.id(), ids, at);
            var shelf = shelves.find(channel.id());
            if (shelf != null) {
                shelf.removed(gone);
            }
            older.remove(channel.id(), gone.stream().map(MessageId::value).toList());
            tell(channel, gone, ids.size() == 1);
            if (pinned) {
                var pins = new MessageEvent.PinsChanged(
                        channel.guild(),
                        channel.id(),
                        store.newestPin(channel.id()).orElse(null));
                note(pins);
                bus.publish(pins);
            }
            return gone;
        });
    }

    private void tell(Channel channel, List<MessageId> gone, boolean single) {
        if (gone.isEmpty()) {
            return;
        }
        bus.publish(
                single
                        ? new MessageEvent.Deleted(channel.guild(), channel.id(), gone.getFirst())
                        : new MessageEvent.BulkDeleted(channel.guild(), channel.id(), gone));
    }

    /// Says who did what, for the audit log; only what is durable.
    public void note(Deed deed) {
        bus.publish(deed);
    }

    /// A new message is durable. Called by the writer, in order.
    void posted(Message message, @Nullable Message answered) {
        newest.put(message.channel(), message.id());
        var shelf = shelves.find(message.channel());
        if (shelf != null) {
            shelf.posted(message);
        }
        bus.publish(new MessageEvent.Posted(message, answered));
    }

    /// The channel is gone.
    public void forget(ChannelId channel) {
        shelves.drop(channel);
        older.forget(channel);
        newest.remove(channel);
    }

    MessageStore store() {
        return store;
    }

    private boolean published(ChannelId channel, MessageId id) {
        var end = newest.get(channel);
        return end != null && id.compareTo(end) <= 0;
    }

    private Tail load(ChannelId channel) {
        var end = newest.get(channel);
        if (end == null) {
            return new Tail(List.of(), true);
        }
        var messages = store.between(channel, 0, end.value() + 1, Tail.MAX);
        return new Tail(List.copyOf(messages.reversed()), messages.size() < Tail.MAX);
    }
}
