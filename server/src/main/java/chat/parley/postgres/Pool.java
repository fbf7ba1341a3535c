package chat.parley.postgres;

import chat.parley.base.sql.Database;
import chat.parley.config.CannotStart;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import javax.sql.DataSource;

/// The connections of a node. Few, because PostgreSQL is fastest with two to four a core; virtual threads wait for one.
public final class Pool implements AutoCloseable {
    private static final int CONNECTIONS_PER_CORE = 4;
    private static final int CONNECTIONS_MIN = 4;
    private static final long WAIT_MS = 10_000;
    private static final long KEEPALIVE_MS = 120_000;
    private static final long FIRST_CONNECTION_MS = 5_000;

    private final HikariDataSource connections;

    private Pool(HikariDataSource connections) {
        this.connections = connections;
    }

    public static Pool to(Server server) {
        return to(server, defaultConnections());
    }

    public static int defaultConnections() {
        return Math.max(
                CONNECTIONS_MIN, CONNECTIONS_PER_CORE * Runtime.getRuntime().availableProcessors());
    }

    /// @throws CannotStart when the server does not answer or refuses the password
    public static Pool to(Server server, int maxConnections) {
        var config = new HikariConfig();
        config.setPoolName("parley");
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(maxConnections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MS);
        config.setKeepaliveTime(KEEPALIVE_MS);
        config.setInitializationFailTimeout(FIRST_CONNECTION_MS);
        config.addDataSourceProperty("ApplicationName", "parley");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        try {
            return new Pool(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException failure) {
            throw new CannotStart(
                    "No connection to " + server + " (" + reason(failure) + "): check database_url and that server.",
                    failure);
        }
    }

    private static String reason(Throwable failure) {
        return String.valueOf(
                failure.getCause() == null ? failure : failure.getCause().getMessage());
    }

    public Database database() {
        return new Database(connections);
    }

    /// For whoever puts an instrument between.
    public DataSource source() {
        return connections;
    }

    @Override
    public void close() {
        connections.close();
    }
}
