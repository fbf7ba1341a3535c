package chat.parley.testing;

import chat.parley.App;
import chat.parley.config.Config;
import chat.parley.config.Key;
import chat.parley.config.Keys;
import chat.parley.edge.http.Route;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The whole server in this JVM, on a free port, with a database of its own. Rate limits are off unless a
/// test turns them on.
public final class TestServer implements AutoCloseable {
    private final TestDatabase database;
    private final Path directory;
    private final Config config;
    private final Clock clock;
    private final App app;
    private final int port;

    private TestServer(TestDatabase database, Path directory, Config config, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.config = config;
        this.clock = clock;
        this.app = new App(config, database.database(), clock);
        this.port = app.start();
    }

    public static TestServer start() {
        return start(Map.of());
    }

    public static TestServer start(Map<Key<?>, String> settings) {
        return start(settings, Clock.systemUTC());
    }

    public static TestServer start(Map<Key<?>, String> settings, Clock clock) {
        var directory = TestFiles.temporary();
        var all = standard();
        all.put(Keys.DATA_DIR, directory.toString());
        all.putAll(settings);
        return new TestServer(TestDatabase.lived(clock), directory, Config.with(all), clock);
    }

    /// Stops and starts again on the same data, at another port. Only what this returns is to be closed then.
    ///
    /// @param meanwhile is done while nothing runs
    public TestServer restarted(Runnable meanwhile) {
        app.close();
        meanwhile.run();
        return new TestServer(database, directory, config, clock);
    }

    public URI http() {
        return URI.create((secure() ? "https" : "http") + "://127.0.0.1:" + port);
    }

    public URI gateway() {
        return URI.create((secure() ? "wss" : "ws") + "://127.0.0.1:" + port + "/gateway?v=10&encoding=json");
    }

    private boolean secure() {
        return !config.of(Keys.TLS_CERTIFICATE).isEmpty();
    }

    /// A client of the API, not signed in.
    public HttpCaller caller() {
        return new HttpCaller(http());
    }

    /// Everything that can be called.
    public List<Route> routes() {
        return app.routes();
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        app.close();
        database.close();
        TestFiles.delete(directory);
    }

    private static Map<Key<?>, String> standard() {
        var settings = new HashMap<Key<?>, String>();
        settings.put(Keys.HOST, "127.0.0.1");
        settings.put(Keys.PORT, "0");
        settings.put(Keys.MEDIA_PORT, "0");
        settings.put(Keys.SEARCH_ENGINE, "postgres");
        settings.put(Keys.REGISTRATION, "open");
        settings.put(Keys.ARGON2_MEMORY, "1024");
        settings.put(Keys.ARGON2_ITERATIONS, "1");
        settings.put(Keys.RATE_LIMITS, "off");
        settings.put(Keys.LINK_PREVIEWS, "off");
        return settings;
    }
}
