package chat.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.ServerProcess;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Starting and stopping the real program.
@Timeout(300)
final class ServeTest {
    private static Path folder = Path.of("");

    @BeforeAll
    static void make_a_directory() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(TestDatabase.binaries()), "serve-");
    }

    @AfterAll
    static void remove_it() {
        TestFiles.delete(folder);
    }

    @Test
    void it_starts_stops_with_success_and_keeps_accounts_over_restarts() {
        try (var server = ServerProcess.startAlone(folder.resolve("kept"))) {
            var person = server.caller().register("ada");
            long database = server.databasePid();

            assertEquals(0, server.stop());
            assertFalse(ProcessHandle.of(database).map(ProcessHandle::isAlive).orElse(false));

            server.startAgain();
            assertEquals(
                    "ada", person.get("/users/@me").expected().path("username").asString());
            assertFalse(server.log().contains("WARN"), server.log());
        }
    }

    @Test
    void a_second_node_is_kept_off_the_data_directory_and_its_secrets_are_for_their_owner_alone() throws IOException {
        Path data = folder.resolve("shared");
        try (var server = ServerProcess.start(data)) {
            assertEquals(Command.FAILED, Main.run(List.of("serve", "--data-dir", data.toString())));
            assertEquals(200, server.caller().get("//health").status());
            assertEquals(
                    "[OWNER_READ, OWNER_WRITE]",
                    new TreeSet<>(Files.getPosixFilePermissions(data.resolve("postgres/password"))).toString());
        }
    }

    @Test
    void a_killed_node_leaves_no_database_behind() {
        try (var server = ServerProcess.start(folder.resolve("orphan"))) {
            var database = ProcessHandle.of(server.databasePid()).orElseThrow();

            server.kill();
            database.onExit().orTimeout(60, TimeUnit.SECONDS).join();

            server.startAgain();
            assertEquals(200, server.caller().get("//health").status());
        }
    }

    @Test
    void a_command_that_does_not_exist_is_misuse() {
        assertEquals(Command.MISUSED, Main.run(List.of("sreve")));
        assertEquals(Command.FAILED, Main.run(List.of("serve", "--prot", "1")));
        assertEquals(Command.DONE, Main.run(List.of("help")));
        assertTrue(new ServeCommand().help().contains("--media-port"));
    }
}
