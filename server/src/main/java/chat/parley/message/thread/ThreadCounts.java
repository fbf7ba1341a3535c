package chat.parley.message.thread;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.sql.Database;
import chat.parley.channel.ChannelEvent;
import chat.parley.channel.Channels;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// How many messages threads have. Counted in memory as they come and written every few seconds; what a crash loses is
/// counted again from the messages, because a stored count says up to which message it counts. Channels that are no
/// threads cost one look-up a message.
public final class ThreadCounts implements AutoCloseable {
    private static final long EVERY_S = 2;
    private static final Count NOTHING = new Count(0, 0, 0);

    private final ConcurrentHashMap<ChannelId, Count> counts = new ConcurrentHashMap<>();
    private final Set<ChannelId> dirty = ConcurrentHashMap.newKeySet();
    private final Channels channels;
    private final CountStore store;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("thread-counts").daemon().factory());

    /// @param messages that are there, the one that a thread starts from left aside
    /// @param sent that were ever written
    /// @param upTo the newest message that counts here
    public record Count(int messages, int sent, long upTo) {
        Count plus(long message, int more) {
            return new Count(messages + more, sent + more, Math.max(upTo, message));
        }

        Count without(int gone) {
            return new Count(Math.max(0, messages - gone), sent, upTo);
        }
    }

    public ThreadCounts(Channels channels, Database database, Bus bus) {
        this.channels = channels;
        this.store = new CountStore(database);
        bus.subscribe(ChannelEvent.Created.class, it -> {
            if (it.channel().kind().thread()) {
                counts.put(it.channel().id(), NOTHING);
            }
        });
        bus.subscribe(
                ChannelEvent.Deleted.class, it -> counts.remove(it.channel().id()));
        bus.subscribe(MessageEvent.class, this::heard);
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::flush, EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    /// From memory; nothing when it was not loaded.
    public Count known(ChannelId thread) {
        return counts.getOrDefault(thread, NOTHING);
    }

    /// Brings counts into memory.
    public void load(Collection<ChannelId> threads) {
        var missing = new HashSet<>(threads);
        missing.removeIf(counts::containsKey);
        if (!missing.isEmpty()) {
            store.of(missing).forEach(counts::putIfAbsent);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        flush();
    }

    private void heard(MessageEvent event) {
        if (!channels.knowsThread(event.channel())) {
            return;
        }
        switch (event) {
            case MessageEvent.Posted(var message, var _) -> {
                // What it starts from is no answer.
                boolean first = message.id().value() == event.channel().value() || message.kind() == Message.STARTER;
                int more = first ? 0 : 1;
                change(event.channel(), it -> it.plus(message.id().value(), more));
            }
            case MessageEvent.Deleted(var _, var _, var id) -> {
                if (id.value() != event.channel().value()) {
                    change(event.channel(), it -> it.without(1));
                }
            }
            case MessageEvent.BulkDeleted(var _, var _, var ids) ->
                change(event.channel(), it -> it.without(ids.size()));
            default -> {}
        }
    }

    private void change(ChannelId thread, UnaryOperator<Count> change) {
        // What is not in memory is counted when it is loaded.
        if (counts.computeIfPresent(thread, (_, before) -> change.apply(before)) != null) {
            dirty.add(thread);
        }
    }

    private void flush() {
        for (var thread : Set.copyOf(dirty)) {
            dirty.remove(thread);
            var count = counts.get(thread);
            if (count != null) {
                store.save(thread, count);
            }
        }
    }
}
