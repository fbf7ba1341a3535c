package chat.parley.message.upkeep;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import chat.parley.base.work.Chores;
import chat.parley.channel.ChannelEvent;
import chat.parley.guild.GuildEvent;
import chat.parley.message.Ledger;
import chat.parley.message.Messages;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Removes for good, each minute, what nobody needs any more: spent nonces, messages that were deleted long enough ago,
/// and everything that was written in channels and guilds that are gone.
public final class Retention implements AutoCloseable {
    private static final int CHUNK = 1_000;
    private static final long EVERY_S = 60;
    /// A message that was on its way when its channel was deleted may still arrive; then it goes with the next round.
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Messages messages;
    private final UpkeepStore store;
    private final Clock clock;
    private final Duration kept;
    private final Chores chores = new Chores("message-retention");
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("message-retention").daemon().factory());

    /// @param kept how long a deleted message stays in the database
    public Retention(Ledger ledger, Messages messages, Database database, Bus bus, Clock clock, Duration kept) {
        this.ledger = ledger;
        this.messages = messages;
        this.store = new UpkeepStore(database);
        this.clock = clock;
        this.kept = kept;
        bus.subscribe(ChannelEvent.Deleted.class, it -> dropped(it.channel().id()));
        bus.subscribe(GuildEvent.Deleted.class, it -> chores.add(() -> store.drop(it.guild(), clock.instant())));
    }

    public void start() {
        timer.scheduleWithFixedDelay(() -> chores.add(this::sweep), EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        chores.close();
    }

    void sweep() {
        var now = clock.instant();
        messages.sweep();
        long spent = Snowflakes.floor(now.minusMillis(2L * Limits.NONCE_WINDOW_MS));
        all(() -> store.forgetNonces(spent, CHUNK));
        all(() -> store.removeDeleted(now.minus(kept), CHUNK));
        if (store.anyDropped()) {
            var places = store.leftOver();
            for (var place : places) {
                all(() -> store.removeOf(place, CHUNK));
            }
            store.forgetPlaces(places, now.minus(SETTLED));
        }
    }

    private void dropped(ChannelId channel) {
        ledger.forget(channel);
        chores.add(() -> store.drop(channel, clock.instant()));
    }

    private static void all(IntSupplier chunk) {
        int done = CHUNK;
        while (done == CHUNK) {
            done = chunk.getAsInt();
        }
    }
}
