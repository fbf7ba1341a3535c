package chat.parley.load.sfu;

import chat.parley.load.sfu.unit.Person;
import chat.parley.load.sfu.unit.Publisher;
import chat.parley.load.sfu.unit.Unit;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;

/// A room on one unit, with its publisher and its listeners.
final class Call implements Closeable {
    private static final int FIRST = 16;
    private static final long DRAIN_NS = 2_000_000_000L;
    private static final int QUIET_MS = 300;
    private static final int WARM_MAX = 5;

    /// @param cpuUs of the unit's process for each packet that somebody got
    record Round(
            double perSecond,
            double cpuUs,
            double p50Ms,
            double p99Ms,
            double last50Ms,
            double last99Ms,
            double missing,
            double[] stayedMs) {}

    @FunctionalInterface
    private interface Act {
        int play(int round) throws IOException;
    }

    final Unit unit;
    final Publisher publisher;
    final List<Round> speech = new ArrayList<>();
    final List<Round> video = new ArrayList<>();
    private final List<Person> people;
    private final Listeners listeners;
    private final double joinsPerSecond;
    private final double rssBefore;
    private final OptionalDouble heapBefore;
    private double rssKbEach;
    private OptionalDouble heapKbEach = OptionalDouble.empty();

    private Call(Unit unit, int count, boolean feedback, int lookMillis) throws Exception {
        this.unit = unit;
        publisher = unit.publish();
        // Its first joins pay for the start of the process.
        for (var person : Joining.all(FIRST, unit::attend)) {
            unit.leave(person);
        }
        heapBefore = unit.heapKb();
        rssBefore = unit.rssKb();
        long start = System.nanoTime();
        people = Joining.all(count, unit::attend);
        joinsPerSecond = count * 1e9 / (System.nanoTime() - start);
        if (!feedback) {
            people.forEach(it -> it.client().withholdFeedback());
        }
        listeners = new Listeners(people, lookMillis);
    }

    /// @param feedback whether subscribers tell how packets arrive; then a unit may hold video back
    /// @param lookMillis how often they look for packets; 0 when each wakes them, on the unit's time
    static Call open(Unit unit, int count, boolean feedback, int lookMillis) throws Exception {
        try {
            return new Call(unit, count, feedback, lookMillis);
        } catch (Exception failure) {
            unit.close();
            throw new IllegalStateException(unit.name() + " cannot be joined", failure);
        }
    }

    /// Until whatever is compiled late is compiled, and until video flows: a line has to be found wide enough first.
    void warm(int rate, int seconds) throws IOException {
        speak(rate, seconds);
        for (int i = 0; show(rate, seconds).missing() > 0 && i < WARM_MAX; i++) {
            LockSupport.parkNanos(QUIET_MS * 1_000_000L);
        }
    }

    /// What each participant takes, now that everybody has heard and seen something.
    void weigh() throws IOException {
        var heap = unit.heapKb();
        rssKbEach = (unit.rssKb() - rssBefore) / people.size();
        if (heap.isPresent() && heapBefore.isPresent()) {
            heapKbEach = OptionalDouble.of((heap.getAsDouble() - heapBefore.getAsDouble()) / people.size());
        }
    }

    double joinsPerSecond() {
        return joinsPerSecond;
    }

    double rssKbEach() {
        return rssKbEach;
    }

    OptionalDouble heapKbEach() {
        return heapKbEach;
    }

    Round speak(int rate, int seconds) throws IOException {
        return round(it -> publisher.speak(it, rate, seconds));
    }

    /// @param rate frames a second
    Round show(int rate, int seconds) throws IOException {
        return round(it -> publisher.show(it, rate, seconds));
    }

    private Round round(Act act) throws IOException {
        var delays = listeners.delays();
        int number = delays.begin();
        unit.stayedMs();
        double cpu = unit.cpuSeconds();
        long start = System.nanoTime();
        long expected = (long) act.play(number) * people.size();
        double seconds = (System.nanoTime() - start) / 1e9;
        long drainUntil = System.nanoTime() + DRAIN_NS;
        while (delays.count() < expected && System.nanoTime() < drainUntil) {
            LockSupport.parkNanos(1_000_000);
        }
        double cost = unit.cpuSeconds() - cpu;
        double packets = Math.max(1, delays.count());
        LockSupport.parkNanos(QUIET_MS * 1_000_000L);
        return new Round(
                packets / seconds,
                cost * 1e6 / packets,
                delays.percentileMs(50),
                delays.percentileMs(99),
                delays.lastMs(50),
                delays.lastMs(99),
                expected - delays.count(),
                unit.stayedMs());
    }

    @Override
    public void close() throws IOException {
        listeners.close();
        for (var person : people) {
            person.close();
        }
        publisher.close();
        unit.close();
    }
}
