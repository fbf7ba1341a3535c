package chat.parley.load.sfu.unit;

import chat.parley.load.node.Processes;
import java.io.IOException;
import java.util.OptionalDouble;

/// A forwarding unit with one room, in which one speaks and shares a screen.
public interface Unit extends AutoCloseable {
    String name();

    /// Who speaks and shares a screen. Joins once.
    Publisher publish() throws Exception;

    /// Somebody who is connected and gets both tracks of the publisher.
    Person attend() throws Exception;

    void leave(Person person) throws Exception;

    /// The program that forwards.
    ProcessHandle forwarder();

    /// CPU time of the program that forwards, in seconds, without that which only signals.
    default double cpuSeconds() throws IOException {
        return Processes.cpuSeconds(forwarder());
    }

    /// Resident memory of the same program, in kilobytes.
    default double rssKb() throws IOException {
        return 1024 * Processes.rssMb(forwarder());
    }

    /// What is in use after a collection, when the program can tell.
    default OptionalDouble heapKb() throws IOException {
        return OptionalDouble.empty();
    }

    /// How long packets have stayed in it since this was asked before, as it says itself: half of them and 99 of a
    /// hundred, in milliseconds; empty when it does not say.
    default double[] stayedMs() throws IOException {
        return new double[0];
    }

    @Override
    void close() throws IOException;
}
