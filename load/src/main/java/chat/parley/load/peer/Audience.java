package chat.parley.load.peer;

import java.io.IOException;

/// Those who listen in a room.
interface Audience extends AutoCloseable {
    Heard heard();

    @Override
    void close() throws IOException;
}
