package chat.parley.load.peer;

import java.io.IOException;

/// A server that is spoken to on plain sockets.
record Broker(String name, Host host, Talk talk) implements Peer {
    @Override
    public Audience audience(int listeners) throws IOException {
        return talk.audience(listeners);
    }

    @Override
    public Voice voice() throws IOException {
        return talk.voice();
    }

    Broker ready() throws Exception {
        try {
            talk.awaitReady();
            return this;
        } catch (IOException never) {
            close();
            throw new IllegalStateException(name + " was not ready in time", never);
        }
    }
}
