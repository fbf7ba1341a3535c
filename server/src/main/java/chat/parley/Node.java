package chat.parley;

import chat.parley.config.CannotStart;
import chat.parley.config.Config;
import chat.parley.config.DataDirectory;
import chat.parley.config.Keys;
import chat.parley.postgres.NodeDatabase;
import java.io.UncheckedIOException;
import java.time.Clock;

/// A running node: its data directory, its database, and the program on them.
record Node(DataDirectory data, NodeDatabase database, App app, int port) implements AutoCloseable {

    /// @throws CannotStart and leaves nothing running
    static Node start(Config config, Clock clock) {
        var data = DataDirectory.claim(config.of(Keys.DATA_DIR));
        try {
            var database = NodeDatabase.open(config, data.path());
            try {
                var app = new App(config, database.database(), clock);
                return new Node(data, database, app, listen(app, config));
            } catch (RuntimeException failure) {
                database.close();
                throw failure;
            }
        } catch (RuntimeException failure) {
            data.close();
            throw failure;
        }
    }

    /// Accepts nobody any more, finishes what was begun, stops the database.
    @Override
    public void close() {
        app.close();
        database.close();
        data.close();
    }

    private static int listen(App app, Config config) {
        try {
            return app.start();
        } catch (UncheckedIOException taken) {
            app.close();
            throw new CannotStart(
                    taken.getMessage() + " (" + taken.getCause() + "). Stop what uses port " + config.of(Keys.PORT)
                            + ", or choose another by --port.",
                    taken);
        }
    }
}
