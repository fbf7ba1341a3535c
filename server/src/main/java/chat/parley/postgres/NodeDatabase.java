package chat.parley.postgres;

import chat.parley.base.sql.Database;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database of this node, ready to be used: running, durable, its schema up to date.
public final class NodeDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(NodeDatabase.class);
    private static final long SLOW_DISK_MICROS = 20_000;

    private final @Nullable EmbeddedPostgres embedded;
    private final Server server;
    private final Pool pool;

    private NodeDatabase(@Nullable EmbeddedPostgres embedded, Server server, Pool pool) {
        this.embedded = embedded;
        this.server = server;
        this.pool = pool;
    }

    /// @param dataDirectory where Parley's own PostgreSQL lives when no other is configured
    /// @throws CannotStart when it cannot be used; nothing is left running then
    public static NodeDatabase open(Config config, Path dataDirectory) {
        String url = config.of(Keys.DATABASE_URL);
        if (!url.isEmpty()) {
            return open(null, Server.at(url), config);
        }
        Path home = dataDirectory.resolve("postgres");
        var settings = new EmbeddedPostgres.Settings(config.of(Keys.DATABASE_BUFFERS), true);
        var embedded = EmbeddedPostgres.start(home, home, settings);
        measure(home);
        return open(embedded, embedded.server("postgres"), config);
    }

    /// For a command beside a running node: its database, without starting or stopping anything.
    ///
    /// @throws CannotStart when it does not answer
    public static NodeDatabase visit(Config config, Path dataDirectory) {
        String url = config.of(Keys.DATABASE_URL);
        var server = url.isEmpty() ? Cluster.running(dataDirectory.resolve("postgres")) : Server.at(url);
        return new NodeDatabase(null, server, Pool.to(server, 1));
    }

    public Database database() {
        return pool.database();
    }

    public Server server() {
        return server;
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static NodeDatabase open(@Nullable EmbeddedPostgres embedded, Server server, Config config) {
        try {
            int connections = config.of(Keys.DATABASE_CONNECTIONS);
            var pool = Pool.to(server, connections == 0 ? Pool.defaultConnections() : connections);
            var opened = new NodeDatabase(embedded, server, pool);
            Durability.check(pool.database());
            Migrations.apply(server, pool.database());
            return opened;
        } catch (RuntimeException failure) {
            if (embedded != null) {
                embedded.close();
            }
            throw failure;
        }
    }

    private static void measure(Path home) {
        long micros = Durability.fdatasyncMicros(home);
        if (micros > SLOW_DISK_MICROS) {
            log.warn(
                    "This disk takes {} ms to make a write durable (fdatasync), and each message waits for it",
                    micros / 1_000);
        } else {
            log.info("The disk makes a write durable in {} µs (fdatasync)", micros);
        }
    }
}
