package chat.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.ServerProcess;
import chat.parley.testing.TestDatabase;
import chat.parley.testing.TestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The promise "acknowledged means durable", under `kill -9` while several people write.
@Timeout(300)
final class CrashTest {
    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_CRASH = 200;

    private static final int MESSAGES_OF_A_WRITER = 400;

    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private Path folder = Path.of("");

    @BeforeEach
    void make_a_directory() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(TestDatabase.binaries()), "crash-");
    }

    @AfterEach
    void remove_it() {
        TestFiles.delete(folder);
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_the_node_is_killed() {
        try (var server = ServerProcess.start(folder.resolve("data"))) {
            var person = server.caller().register("ada");
            String channel = channel(person);

            writeUntil(server::kill, person, channel);
            server.startAgain();

            sendAgain(person, channel);
            assertEveryOneExactlyOnce(person, channel);
        }
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_postgres_is_killed() {
        try (var server = ServerProcess.start(folder.resolve("data"))) {
            var person = server.caller().register("ada");
            String channel = channel(person);
            long killed = server.databasePid();

            writeUntil(server::killDatabase, person, channel);

            sendAgain(person, channel);
            assertEveryOneExactlyOnce(person, channel);
            assertNotEquals(killed, server.databasePid());
        }
    }

    private static String channel(HttpCaller person) {
        String guild = person.post("/guilds", Map.of("name", "Crash"))
                .expected()
                .path("id")
                .asString();
        for (var channel : person.get("/guilds/" + guild + "/channels").expected()) {
            if (channel.path("type").asInt() == 0) {
                return channel.path("id").asString();
            }
        }
        throw new AssertionError("A new guild has no text channel");
    }

    /// Everybody writes until their first message that is not acknowledged, which the crash causes; when only the
    /// database has died, the node may also save it.
    private void writeUntil(Runnable crash, HttpCaller person, String channel) {
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_CRASH);
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < WRITERS; i++) {
            String name = "w" + i + "-";
            writers.add(Thread.ofVirtual().start(() -> write(person, channel, name, enough)));
        }
        try {
            enough.await();
            crash.run();
            for (var writer : writers) {
                writer.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(HttpCaller person, String channel, String name, CountDownLatch enough) {
        for (int i = 0; i < MESSAGES_OF_A_WRITER; i++) {
            String text = name + i;
            if (!sent(person, channel, text)) {
                unanswered.add(text);
                return;
            }
            acknowledged.add(text);
            enough.countDown();
        }
    }

    /// What a client does that got no answer: the same again, with the same nonce.
    private void sendAgain(HttpCaller person, String channel) {
        int patience = 200;
        for (String text : unanswered) {
            while (!sent(person, channel, text)) {
                assertTrue(--patience > 0, "The server does not recover");
                pause();
            }
            acknowledged.add(text);
        }
    }

    private static boolean sent(HttpCaller person, String channel, String text) {
        try {
            var message = Map.of("content", text, "nonce", text, "enforce_nonce", true);
            return person.post("/channels/" + channel + "/messages", message).status() == 200;
        } catch (UncheckedIOException gone) {
            return false;
        }
    }

    private void assertEveryOneExactlyOnce(HttpCaller person, String channel) {
        var stored = new HashMap<String, Integer>();
        history(person, channel).forEach(it -> stored.merge(it, 1, Integer::sum));
        var wanted = new HashMap<String, Integer>();
        acknowledged.forEach(it -> wanted.put(it, 1));
        assertEquals(wanted, stored);
        assertTrue(wanted.size() >= ACKNOWLEDGED_BEFORE_THE_CRASH);
    }

    private static List<String> history(HttpCaller person, String channel) {
        var texts = new ArrayList<String>();
        String before = "";
        while (true) {
            var page = person.get("/channels/" + channel + "/messages?limit=100" + before)
                    .expected();
            for (var message : page) {
                if (message.path("type").asInt() == 0) {
                    texts.add(message.path("content").asString());
                }
                before = "&before=" + message.path("id").asString();
            }
            if (page.size() < 100) {
                return texts;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
