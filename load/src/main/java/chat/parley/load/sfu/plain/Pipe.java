package chat.parley.load.sfu.plain;

import chat.parley.load.node.Processes;
import chat.parley.load.sfu.Delays;
import chat.parley.load.sfu.unit.Publisher;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;

/// One who speaks, a forwarder, and those to whom it sends.
final class Pipe implements Closeable {
    private static final long DRAIN_NANOS = 2_000_000_000L;
    private static final long QUIET_NANOS = 200_000_000L;

    /// @param cpuUs of the forwarder's process for each packet that arrived and could be opened
    /// @param cores that it took of a processor's time
    record Round(
            double perSecond,
            double cpuUs,
            double cores,
            double p50Ms,
            double p99Ms,
            double last50Ms,
            double last99Ms,
            double missing) {}

    /// What is sent: `play` answers how many packets it were.
    @FunctionalInterface
    interface Act {
        int play(Publisher publisher, int round) throws IOException;
    }

    private final Forwarder forwarder;
    private final int count;
    private final Speaker speaker = new Speaker();
    private final Publisher publisher = new Publisher(speaker, Pipe::now, "0", "1");
    private final Sinks sinks;

    Pipe(Forwarder forwarder, int count, int lookMillis) throws IOException {
        this.forwarder = forwarder;
        this.count = count;
        speaker.speakTo(forwarder.hear(speaker.port()));
        sinks = new Sinks(forwarder, count, lookMillis);
    }

    /// The clock of the kernel's stamps.
    private static long now() {
        var now = Clock.systemUTC().instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    String name() {
        return forwarder.name();
    }

    ProcessHandle process() {
        return forwarder.process();
    }

    /// @return what the forwarder takes of a core while nobody says anything
    double idle(int seconds) throws IOException {
        double cpu = Processes.cpuSeconds(process());
        long start = System.nanoTime();
        LockSupport.parkNanos(seconds * 1_000_000_000L);
        return (Processes.cpuSeconds(process()) - cpu) * 1e9 / (System.nanoTime() - start);
    }

    Round round(Act act) throws IOException {
        var delays = sinks.delays();
        int number = delays.begin();
        double cpu = Processes.cpuSeconds(process());
        long start = System.nanoTime();
        long expected = (long) act.play(publisher, number) * count;
        double seconds = (System.nanoTime() - start) / 1e9;
        for (long until = System.nanoTime() + DRAIN_NANOS; delays.count() < expected && System.nanoTime() < until; ) {
            LockSupport.parkNanos(1_000_000);
        }
        double cost = Processes.cpuSeconds(process()) - cpu;
        LockSupport.parkNanos(QUIET_NANOS);
        return told(delays, seconds, cost, expected);
    }

    private static Round told(Delays delays, double seconds, double cost, long expected) {
        double packets = Math.max(1, delays.count());
        return new Round(
                packets / seconds,
                cost * 1e6 / packets,
                cost / seconds,
                delays.percentileMs(50),
                delays.percentileMs(99),
                delays.lastMs(50),
                delays.lastMs(99),
                expected - delays.count());
    }

    long broken() {
        return sinks.broken();
    }

    @Override
    public void close() throws IOException {
        sinks.close();
        publisher.close();
        forwarder.close();
    }
}
