package chat.parley.message.poll;

import chat.parley.base.bus.Bus;
import chat.parley.base.work.Chores;
import chat.parley.message.MessageEvent;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Ends polls when their time is over. Which are due is asked of the database, so a restart forgets none; those that
/// ended meanwhile are told of at the start.
public final class PollUpkeep implements AutoCloseable {
    private static final long EVERY_S = 2;

    private final Polls polls;
    private final Clock clock;
    private final Chores chores = new Chores("poll-chores");
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("poll-upkeep").daemon().factory());

    public PollUpkeep(Polls polls, Bus bus, Clock clock) {
        this.polls = polls;
        this.clock = clock;
        bus.subscribe(MessageEvent.Posted.class, this::posted);
    }

    public void start() {
        chores.add(() -> polls.store().recover());
        timer.scheduleWithFixedDelay(() -> chores.add(this::finish), EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        chores.close();
    }

    void finish() {
        polls.store().due(clock.instant()).forEach(it -> polls.finish(it.channel(), it.message()));
    }

    private void posted(MessageEvent.Posted event) {
        var message = event.message();
        var poll = message.extras().poll();
        if (poll != null) {
            chores.add(() -> polls.store().note(message.id(), message.channel(), poll.expiresAt()));
        }
    }
}
