package chat.parley.postgres;

import chat.parley.config.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The node's own PostgreSQL: started on a free port of the loopback address, started again on the same port when it
/// dies, stopped by [#close()]. The pool's connections break with it and are made anew; what had been committed is
/// there.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final long AGAIN_AFTER_NS = 1_000_000_000L;

    /// Set on the command line, which neither `postgresql.conf` nor `ALTER SYSTEM` can override.
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("io_method", "sync"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("jit", "off"),
            Map.entry("autovacuum", "on"),
            // Until a new table has been looked at, pages of a channel are read whole and sorted.
            Map.entry("autovacuum_naptime", "15s"),
            Map.entry("wal_level", "replica"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("logging_collector", "off"),
            // Above ERROR: a broken unique index is an answer to a person, not news for the operator.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"));

    private final Cluster cluster;
    private final Settings settings;
    private final int port;
    private volatile Postmaster postmaster;
    private volatile boolean closing;

    /// @param sharedBuffers as PostgreSQL writes it: `32MB`
    /// @param durable off only in tests that do not test durability
    public record Settings(String sharedBuffers, boolean durable) {}

    private EmbeddedPostgres(Cluster cluster, Settings settings) throws IOException {
        this.cluster = cluster;
        this.settings = settings;
        this.port = FreePort.onLoopback();
        this.postmaster = Postmaster.start(cluster, options());
        Thread.ofVirtual().name("postgres-keeper").start(this::keepRunning);
    }

    /// @param home belongs to this server alone
    /// @param binaries where the programs are unpacked; may be shared
    /// @throws CannotStart when it does not come up
    public static EmbeddedPostgres start(Path home, Path binaries, Settings settings) {
        try {
            Path absolute = home.toAbsolutePath().normalize();
            var cluster = Cluster.in(absolute, binaries.toAbsolutePath().normalize(), settings.durable());
            return new EmbeddedPostgres(cluster, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start in " + home, failure);
        }
    }

    /// Where it listens. The database `postgres` is there from the start.
    public Server server(String database) {
        return Cluster.server(port, database, cluster.password());
    }

    /// The process that a test kills.
    public ProcessHandle process() {
        return postmaster.process().toHandle();
    }

    @Override
    public void close() {
        closing = true;
        postmaster.stop();
    }

    private void keepRunning() {
        while (true) {
            int status = awaitExit();
            if (closing) {
                return;
            }
            log.error("PostgreSQL died with status {}; starting it again", status);
            postmaster.dismissWatcher();
            startAgain();
        }
    }

    private int awaitExit() {
        return postmaster.process().onExit().join().exitValue();
    }

    /// For as long as it takes: until then requests fail, and nothing is acknowledged that is not durable.
    private void startAgain() {
        while (!closing) {
            try {
                postmaster = Postmaster.start(cluster, options());
                log.info("PostgreSQL is back");
                if (closing) {
                    postmaster.stop();
                }
                return;
            } catch (CannotStart | IOException failure) {
                log.error("PostgreSQL does not start; trying again", failure);
                LockSupport.parkNanos(AGAIN_AFTER_NS);
            }
        }
    }

    private List<String> options() {
        var options = new ArrayList<>(List.of("-p", String.valueOf(port)));
        SETTINGS.forEach((name, value) -> options.addAll(List.of("-c", name + "=" + value)));
        options.addAll(List.of("-c", "shared_buffers=" + settings.sharedBuffers()));
        String durable = settings.durable() ? "on" : "off";
        for (String name : Durability.SETTINGS) {
            options.addAll(List.of("-c", name + "=" + durable));
        }
        return options;
    }
}
