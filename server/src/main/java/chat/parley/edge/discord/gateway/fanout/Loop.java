package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.limit.Limits;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// The part of the fan-out that runs on one event loop: takes tasks from any thread, keeps them in a lane for
/// each guild, and works in turns.
///
/// Hot path. A turn walks over the lanes and puts events into sessions' rings; only at its end it writes, once
/// for each session that got something, however many events that were: under load, messages merge into fewer
/// system calls by themselves. Events that wait for the same sessions are told together, all to one session and then
/// all to the next, and written as they are told; so is the last event that waits, since nothing can merge with it:
/// then each session is fetched from memory once, and an idle loop adds no delay. A room with more sessions than
/// [Limits#FANOUT_SLICE] is told in slices, between which other guilds have their turn; order holds within a
/// guild, since its lane waits for its first task.
public final class Loop {
    private final EventLoop events;
    private final Seating seating;
    private final ConcurrentLinkedQueue<Task> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ArrayDeque<Task> urgent = new ArrayDeque<>();
    private final LinkedHashMap<Long, Lane> lanes = new LinkedHashMap<>();

    Loop(EventLoop events, Seating seating) {
        this.events = events;
        this.seating = seating;
    }

    public EventLoop events() {
        return events;
    }

    /// What may be asked and done on the loop's own thread only.
    public Seating seating() {
        return seating;
    }

    /// Puts a task into the loop's inbox; waits while there are too many, so that a loop that cannot keep up
    /// slows down those who write instead of filling memory. Never called by a loop.
    void offer(Task task) {
        while (waiting.get() >= Limits.FANOUT_QUEUE_MAX && !events.isShuttingDown()) {
            LockSupport.parkNanos(100_000);
        }
        waiting.incrementAndGet();
        inbox.add(task);
        schedule();
    }

    /// Runs something between two turns, and writes what it left to write.
    public void execute(Runnable work) {
        if (!events.isShuttingDown()) {
            events.execute(() -> {
                work.run();
                seating.writeDirty();
            });
        }
    }

    private void schedule() {
        if (!events.isShuttingDown() && scheduled.compareAndSet(false, true)) {
            events.execute(this::turn);
        }
    }

    private void turn() {
        sort();
        int done = 0;
        for (var task = urgent.poll(); task != null; task = urgent.poll()) {
            seating.handle(task);
            done++;
        }
        int told = 0;
        while (told < Limits.FANOUT_TURN && !lanes.isEmpty()) {
            var first = lanes.pollFirstEntry();
            var lane = first.getValue();
            int before = lane.tasks.size();
            told += step(lane);
            done += before - lane.tasks.size();
            if (!lane.tasks.isEmpty()) {
                lanes.putLast(first.getKey(), lane);
            }
        }
        seating.writeDirty();
        waiting.addAndGet(-done);
        if (!lanes.isEmpty()) {
            events.execute(this::turn);
            return;
        }
        scheduled.set(false);
        if (!inbox.isEmpty()) {
            schedule();
        }
    }

    private void sort() {
        for (int i = 0; i < Limits.FANOUT_TURN; i++) {
            var task = inbox.poll();
            if (task == null) {
                return;
            }
            if (task.lane() == Task.NO_GUILD) {
                urgent.add(task);
            } else {
                lanes.computeIfAbsent(task.lane(), _ -> new Lane()).tasks.add(task);
            }
        }
    }

    /// Works on one guild's tasks until a slice of sessions has been told.
    ///
    /// @return how many sessions were told, at least 1 for each task
    private int step(Lane lane) {
        int told = 0;
        while (told < Limits.FANOUT_SLICE && !lane.tasks.isEmpty()) {
            if (!(lane.tasks.getFirst() instanceof Task.Say say)) {
                seating.handle(lane.tasks.removeFirst());
                told++;
                continue;
            }
            if (lane.saying.isEmpty()) {
                lane.begin(seating.audience(say));
            }
            int each = lane.saying.size();
            int until = Math.min(lane.audience.length, lane.told + Math.ceilDiv(Limits.FANOUT_SLICE - told, each));
            boolean last = lane.tasks.size() == each && lanes.isEmpty() && inbox.isEmpty();
            seating.tell(lane.saying, lane.audience, lane.told, until, last || each > 1);
            told += (until - lane.told + 1) * each;
            lane.told = until;
            if (until == lane.audience.length) {
                lane.saying.forEach(seating::told);
                lane.end();
            }
        }
        return told;
    }

    /// For tests and metrics: how many tasks wait.
    public int waiting() {
        return waiting.get();
    }
}
