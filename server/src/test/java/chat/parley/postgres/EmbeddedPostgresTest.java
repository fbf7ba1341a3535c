package chat.parley.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import chat.parley.config.CannotStart;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class EmbeddedPostgresTest {
    private static final EmbeddedPostgres.Settings DURABLE = new EmbeddedPostgres.Settings("16MB", true);

    private Path home = Path.of("");

    @BeforeEach
    void make_a_directory() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(TestDatabase.binaries()), "embedded-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void remove_it() {
        TestFiles.delete(home);
    }

    @Test
    void data_is_there_after_a_restart() {
        try (var postgres = start();
                var pool = pool(postgres)) {
            pool.database().change("CREATE TABLE kept (number bigint)");
            pool.database().change("INSERT INTO kept VALUES (7)");
        }
        try (var postgres = start();
                var pool = pool(postgres)) {
            assertEquals(List.of(7L), numbers(pool.database()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrl_c_in_a_terminal_does_not_reach_the_server() throws IOException {
        try (var postgres = start()) {
            long server = processGroup(postgres.process().pid());
            assertEquals(postgres.process().pid(), server, "it leads a group of its own");
            assertNotEquals(processGroup(ProcessHandle.current().pid()), server);
        }
    }

    @Test
    @Timeout(60)
    void what_was_committed_survives_the_death_of_the_server_and_the_pool_recovers() {
        try (var postgres = start();
                var pool = pool(postgres)) {
            var database = pool.database();
            database.change("CREATE TABLE kept (number bigint)");
            database.change("INSERT INTO kept VALUES (1)");
            var killed = postgres.process();

            killed.destroyForcibly();
            awaitAnother(postgres, killed);

            assertEquals(List.of(1L), eventually(database));
            database.change("INSERT INTO kept VALUES (2)");
            assertEquals(List.of(1L, 2L), numbers(database));
        }
    }

    @Test
    void a_server_that_outlived_its_node_is_stopped_before_the_next_start() throws IOException {
        var cluster = Cluster.in(home, TestDatabase.binaries(), true);
        var orphan = Postmaster.start(cluster, options());

        var next = Postmaster.start(cluster, options());

        assertFalse(orphan.process().isAlive());
        assertTrue(next.process().isAlive());
        next.stop();
    }

    @Test
    void a_pid_file_whose_number_belongs_to_another_program_is_no_obstacle() throws IOException {
        start().close();
        Path cluster = home.resolve("cluster");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster + "\n" + Instant.EPOCH.getEpochSecond() + "\n");

        start().close();
    }

    @Test
    void an_interrupted_first_start_is_begun_anew() throws IOException {
        Files.createDirectories(home.resolve("cluster.new/base"));
        Files.writeString(home.resolve("cluster.secret"), "half");

        try (var postgres = start();
                var pool = pool(postgres)) {
            Durability.check(pool.database());
        }
    }

    @Test
    void the_password_is_for_us_alone_and_nobody_enters_without() throws IOException {
        try (var postgres = start()) {
            assertEquals(
                    PosixFilePermissions.fromString("rw-------"),
                    Files.getPosixFilePermissions(home.resolve("password")));
            var server = postgres.server("postgres");
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(server.jdbcUrl(), server.user(), "guess")
                            .close());
        }
    }

    @Test
    void a_server_that_may_lose_messages_is_refused() {
        try (var test = TestDatabase.fresh()) {
            var refusal = assertThrows(CannotStart.class, () -> Durability.check(test.database()));
            assertTrue(refusal.toString().contains("fsync and full_page_writes and synchronous_commit off"));
        }
    }

    @Test
    void an_address_is_read_with_its_password_and_options() {
        var server = Server.at("postgresql://me:p%40ss@db.example:6543/chat?sslmode=require");
        assertEquals(new Server("jdbc:postgresql://db.example:6543/chat?sslmode=require", "me", "p@ss"), server);
        assertThrows(CannotStart.class, () -> Server.at("mysql://me@db/chat"));
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(home, TestDatabase.binaries(), DURABLE);
    }

    private static List<String> options() {
        return List.of("-p", "18120", "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1");
    }

    private static Pool pool(EmbeddedPostgres postgres) {
        return Pool.to(postgres.server("postgres"), 2);
    }

    private static List<Long> numbers(Database database) {
        return database.list("SELECT number FROM kept ORDER BY number", row -> row.number("number"));
    }

    private static void awaitAnother(EmbeddedPostgres postgres, ProcessHandle killed) {
        while (postgres.process().equals(killed)) {
            Thread.onSpinWait();
        }
    }

    /// The pool's old connections fail once each before they are replaced.
    private static List<Long> eventually(Database database) {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                return numbers(database);
            } catch (DatabaseFault notYet) {
                if (Instant.now().isAfter(deadline)) {
                    throw notYet;
                }
            }
        }
    }

    /// The third field behind the name in parentheses (proc(5)).
    private static long processGroup(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[2]);
    }
}
