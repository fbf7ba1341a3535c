package chat.parley.load.peer;

import java.io.IOException;

/// Who speaks in a room.
interface Voice extends AutoCloseable {
    void say(String text) throws IOException;

    @Override
    void close() throws IOException;
}
