package chat.parley.load.sfu.unit;

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

    /// Of the program that forwards.
    long pid();

    /// CPU time of the program that forwards, in seconds, without that which only signals.
    double cpuSeconds() throws IOException;

    /// Resident memory of the same program, in kilobytes.
    double rssKb() throws IOException;

    /// What is in use after a collection, when the program can tell.
    default OptionalDouble heapKb() throws IOException {
        return OptionalDouble.empty();
    }

    @Override
    void close() throws IOException;
}
