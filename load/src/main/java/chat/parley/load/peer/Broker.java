package chat.parley.load.peer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A server that is spoken to on plain sockets, and the database beside it if it keeps what is said.
record Broker(String name, Program program, Peer.@Nullable Program database, Talk talk) implements Peer {
    @Override
    public Audience audience(int listeners) throws IOException {
        return talk.audience(listeners);
    }

    @Override
    public Voice voice() throws IOException {
        return talk.voice();
    }

    @Override
    public double cpuSeconds() throws IOException {
        return program.cpuSeconds();
    }

    @Override
    public double databaseCpuSeconds() throws IOException {
        return database == null ? 0 : database.cpuSeconds();
    }

    @Override
    public double rssMb() throws IOException {
        return program.rssMb();
    }

    @Override
    public void close() throws IOException {
        program.close();
        if (database != null) {
            database.close();
        }
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
