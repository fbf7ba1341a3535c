package chat.parley.load.peer;

import java.io.IOException;

/// Those who listen in a room, and what they have heard since the last reset.
interface Audience extends AutoCloseable {
    long heard();

    double percentileMs(double percentile);

    /// Between rounds, when nothing is on its way.
    void reset();

    @Override
    void close() throws IOException;
}
