package chat.parley.load.sfu;

import chat.parley.load.sfu.unit.Ours;
import chat.parley.load.sfu.unit.Person;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/// Rooms full of people with full WebRTC clients, some or all of whom speak at once; everybody hears everybody.
final class Rooms implements Closeable {
    private static final long DRAIN_NANOS = 300_000_000L;

    /// @param cores of processor time that the unit took, in each second
    /// @param missing packets that the unit sent and nobody got
    record Round(
            double inPerSecond,
            double outPerSecond,
            double gatedPerSecond,
            double cores,
            double p50Ms,
            double p99Ms,
            double last99Ms,
            double missing) {
        double cpuUs() {
            return cores * 1e6 / Math.max(1, outPerSecond);
        }
    }

    private final Ours unit;
    private final List<Person> people = new ArrayList<>();
    private final List<Chatter> open = new ArrayList<>();
    private final Listeners listeners;

    /// @param speakers in each room
    Rooms(Ours unit, int rooms, int size, int speakers, boolean feedback)
            throws IOException, ExecutionException, InterruptedException {
        this.unit = unit;
        var random = new Random(rooms);
        for (int i = 0; i < rooms; i++) {
            var room = "room" + i;
            var here = Joining.all(size, () -> unit.enter(room));
            unit.gather(room);
            people.addAll(here);
            here.forEach(it -> it.client().numberPackets());
            here.stream().limit(speakers).forEach(it -> open.add(new Chatter(it, random)));
        }
        if (!feedback) {
            people.forEach(it -> it.client().withholdFeedback());
        }
        listeners = new Listeners(people, 0);
    }

    int people() {
        return people.size();
    }

    /// Everybody with an open microphone speaks for so long.
    Round talk(int seconds) throws IOException {
        var delays = listeners.delays();
        int number = delays.begin();
        var before = unit.traffic();
        double cpu = unit.cpuSeconds();
        long start = System.nanoTime();
        int words = seconds * Chatter.PACKETS_PER_S * open.size();
        for (int i = 0; i < words; i++) {
            // They do not all speak at the same moment.
            await(start + i * 1_000_000_000L / Chatter.PACKETS_PER_S / open.size());
            open.get(i % open.size()).say(i, number);
        }
        double took = (System.nanoTime() - start) / 1e9;
        LockSupport.parkNanos(DRAIN_NANOS);
        double cost = unit.cpuSeconds() - cpu;
        var after = unit.traffic();
        long sent = after.forwarded() - before.forwarded();
        return new Round(
                (after.received() - before.received()) / took,
                sent / took,
                (after.gated() - before.gated()) / took,
                cost / took,
                delays.percentileMs(50),
                delays.percentileMs(99),
                delays.lastMs(99),
                sent - delays.count());
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() throws IOException {
        listeners.close();
        for (var person : people) {
            person.close();
        }
    }
}
