package chat.parley.channel.event;

import chat.parley.base.bus.Bus;
import chat.parley.base.work.Chores;
import chat.parley.channel.ChannelEvent;
import chat.parley.guild.GuildEvent;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Begins and ends events when their time comes. Which are due is asked of the database each time, so a restart
/// forgets none; what should have begun or ended meanwhile does so at the start.
public final class EventUpkeep implements AutoCloseable {
    private static final long EVERY_S = 1;

    private final ScheduledEvents events;
    private final Clock clock;
    private final Chores chores = new Chores("event-chores");
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("event-upkeep").daemon().factory());

    public EventUpkeep(ScheduledEvents events, Bus bus, Clock clock) {
        this.events = events;
        this.clock = clock;
        bus.subscribe(ChannelEvent.Deleted.class, it -> {
            if (!it.channel().kind().thread()) {
                chores.add(() -> events.abandoned(it.channel()));
            }
        });
        bus.subscribe(GuildEvent.MemberLeft.class, it -> chores.add(() -> events.left(it.guild(), it.user())));
    }

    public void start() {
        timer.scheduleWithFixedDelay(() -> chores.add(this::proceed), 0, EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        chores.close();
    }

    private void proceed() {
        events.proceed(clock.instant());
    }
}
