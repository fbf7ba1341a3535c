package chat.parley.load.peer;

import java.io.IOException;

/// A server with one room, ready to be listened to.
interface Peer extends AutoCloseable {
    String name();

    /// What its work is measured by.
    Host host();

    Audience audience(int listeners) throws Exception;

    Voice voice() throws Exception;

    @Override
    default void close() throws IOException {
        host().close();
    }
}
