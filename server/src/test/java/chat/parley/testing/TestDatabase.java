package chat.parley.testing;

import chat.parley.base.sql.Database;
import chat.parley.postgres.EmbeddedPostgres;
import chat.parley.postgres.Migrations;
import chat.parley.postgres.Pool;
import chat.parley.postgres.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/// A database of its own for one test class: a clone of a migrated template in the one PostgreSQL of this JVM, which is
/// started on first use and dies with the JVM. It does not fsync; tests of durability start their own.
public final class TestDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 4;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final Pool pool;

    private TestDatabase(String name) {
        this.name = name;
        this.pool = Pool.to(server(), CONNECTIONS);
    }

    public static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        Shared.ADMIN.change("CREATE DATABASE " + name + " TEMPLATE template_parley STRATEGY FILE_COPY");
        return new TestDatabase(name);
    }

    /// One in which a node has been before, so that none has to make a signing key.
    public static TestDatabase lived(Clock clock) {
        var fresh = fresh();
        LentKey.into(fresh.pool.database(), clock);
        return fresh;
    }

    public Database database() {
        return new Database(Statements.watched(pool.source()));
    }

    /// For a program that makes its own connections.
    public Server server() {
        return Shared.POSTGRES.server(name);
    }

    /// Where the programs are unpacked, so that every start in every test shares them.
    public static Path binaries() {
        return Path.of("target", "postgres").toAbsolutePath();
    }

    @Override
    public void close() {
        pool.close();
        Shared.ADMIN.change("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = start();
        static final Database ADMIN = admin();

        private static EmbeddedPostgres start() {
            try {
                Path home = Files.createDirectories(binaries())
                        .resolve("run-" + ProcessHandle.current().pid());
                TestFiles.delete(home);
                var postgres = EmbeddedPostgres.start(home, binaries(), new EmbeddedPostgres.Settings("64MB", false));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    TestFiles.delete(home);
                }));
                return postgres;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Database admin() {
            var admin = Pool.to(POSTGRES.server("postgres"), 1).database();
            admin.change("CREATE DATABASE template_parley");
            var template = POSTGRES.server("template_parley");
            try (var pool = Pool.to(template, 1)) {
                Migrations.apply(template, pool.database());
            }
            return admin;
        }
    }
}
