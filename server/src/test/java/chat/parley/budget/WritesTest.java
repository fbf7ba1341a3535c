package chat.parley.budget;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.testing.BotHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How often the kernel is asked to write when many clients are told: Linux counts it for each thread.
final class WritesTest {
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final String WRITES = "syscw: ";
    private static final int CLIENTS_EACH = 40;
    private static final int MESSAGES = 100;
    private static final int ROOMS = 40;

    @Test
    void a_delivery_is_one_write_and_a_burst_takes_fewer() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/io")), "The kernel counts no writes");
        try (var home = new BotHome(Map.of());
                var crowd = new Crowd()) {
            int clients = 0;
            for (var person : new String[] {home.anna.token(), home.ben.token(), home.carla.token()}) {
                for (int i = 0; i < CLIENTS_EACH; i++, clients++) {
                    crowd.connect(home.server.http().getPort(), person, "");
                }
            }
            say(home, crowd, clients, "warm");
            long before = writes();
            say(home, crowd, clients, "told");
            double single = (writes() - before) / (double) (clients * MESSAGES);

            var places = rooms(home);
            crowd.await("room-" + (ROOMS - 1) + '"', clients);
            before = writes();
            home.anna.patch("/guilds/" + home.guild + "/channels", places).expected();
            crowd.await(places.getLast().get("id") + "\"", clients);
            double burst = (writes() - before) / (double) (clients * ROOMS);
            assertTrue(single <= 1.05, () -> single + " writes for a delivery, with the answers to who posts");
            assertTrue(burst <= 0.9, () -> burst + " writes for a delivery when many events come at once");
        }
    }

    private static void say(BotHome home, Crowd crowd, int clients, String what) throws IOException {
        for (int i = 0; i < MESSAGES; i++) {
            home.anna
                    .post("/channels/" + home.general + "/messages", Map.of("content", what + " " + i + "."))
                    .expected();
        }
        crowd.await(what + " " + (MESSAGES - 1) + ".", clients);
    }

    /// Makes many channels.
    ///
    /// @return an order of them that differs from theirs
    private static List<Map<String, Object>> rooms(BotHome home) {
        var places = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < ROOMS; i++) {
            String id = home.anna
                    .post("/guilds/" + home.guild + "/channels", Map.of("name", "room-" + i, "type", 0))
                    .expected()
                    .path("id")
                    .asString();
            places.add(Map.of("id", id, "position", 2 * ROOMS - i));
        }
        return places;
    }

    /// Of the event loops so far.
    private static long writes() throws IOException {
        try (var threads = Files.list(THREADS)) {
            return threads.mapToLong(WritesTest::writes).sum();
        }
    }

    private static long writes(Path thread) {
        try {
            return !Files.readString(thread.resolve("comm")).startsWith("loop")
                    ? 0
                    : Files.readAllLines(thread.resolve("io")).stream()
                            .filter(it -> it.startsWith(WRITES))
                            .mapToLong(it -> Long.parseLong(it.substring(WRITES.length())))
                            .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
