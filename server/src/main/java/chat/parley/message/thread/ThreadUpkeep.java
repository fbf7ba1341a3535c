package chat.parley.message.thread;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.limit.Limits;
import chat.parley.base.work.Chores;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.thread.ThreadMembers;
import chat.parley.channel.thread.Threads;
import chat.parley.channel.trait.ThreadState;
import chat.parley.guild.GuildEvent;
import chat.parley.message.Message;
import chat.parley.message.MessageEvent;
import chat.parley.message.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What happens to threads by itself: silent ones are archived, whoever is called in one becomes a member, whoever
/// leaves the guild is none any more. Which are silent is asked of the database and of the messages each time, so a
/// restart forgets nothing.
public final class ThreadUpkeep implements AutoCloseable {
    private static final long EVERY_S = 30;

    private final Channels channels;
    private final Threads threads;
    private final ThreadMembers members;
    private final Messages messages;
    private final Clock clock;
    private final Chores chores = new Chores("thread-chores");
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("thread-upkeep").daemon().factory());

    public ThreadUpkeep(
            Channels channels, Threads threads, ThreadMembers members, Messages messages, Bus bus, Clock clock) {
        this.channels = channels;
        this.threads = threads;
        this.members = members;
        this.messages = messages;
        this.clock = clock;
        bus.subscribe(MessageEvent.Posted.class, this::posted);
        bus.subscribe(GuildEvent.MemberLeft.class, it -> chores.add(() -> members.left(it.guild(), it.user())));
    }

    public void start() {
        timer.scheduleWithFixedDelay(() -> chores.add(this::archive), 0, EVERY_S, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        chores.close();
    }

    /// Archives all threads that have been silent for their time.
    void archive() {
        for (var id : channels.archive().aging(clock.instant())) {
            var thread = channels.find(id);
            if (thread != null && silent(thread)) {
                threads.archiveIdle(thread, this::silent);
            }
        }
    }

    static ThreadState state(Channel thread) {
        return Objects.requireNonNull(thread.thread());
    }

    private boolean silent(Channel thread) {
        var state = thread.thread();
        if (state == null || state.pinned()) {
            return false;
        }
        var last = lastIn(thread.id());
        var since = last != null && last.isAfter(state.changedAt()) ? last : state.changedAt();
        return since.plus(Duration.ofMinutes(state.autoArchiveMin())).isBefore(clock.instant());
    }

    private @Nullable Instant lastIn(ChannelId thread) {
        var last = messages.lastIn(List.of(thread)).get(thread);
        return last == null ? null : last.time();
    }

    /// Called by the message writer: it only notes what is to be done.
    private void posted(MessageEvent.Posted event) {
        var message = event.message();
        var called = message.mentions().users();
        if (!called.isEmpty() && channels.knowsThread(message.channel())) {
            chores.add(() -> join(message));
        }
    }

    private void join(Message message) {
        var thread = channels.find(message.channel());
        if (thread != null && thread.kind().thread()) {
            message.mentions().users().stream()
                    .limit(Limits.THREAD_CALLS_MAX)
                    .forEach(it -> members.called(thread, it));
        }
    }
}
