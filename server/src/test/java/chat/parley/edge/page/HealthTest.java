package chat.parley.edge.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.content.Content;
import chat.parley.base.sql.Database;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestDatabase;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final MovingClock clock = new MovingClock();
    private final AtomicBoolean ready = new AtomicBoolean(true);

    @Test
    void a_node_that_works_says_so_with_its_counts() {
        try (var database = TestDatabase.fresh()) {
            var health = health(database.database());
            clock.pass(Duration.ofSeconds(90));
            var reply = asked(health, "/health");
            assertEquals(200, reply.status());
            assertTrue(text(reply)
                    .startsWith("{\"status\":\"ok\",\"live\":true,\"ready\":true,\"database\":{\"ok\":true"));
            assertTrue(text(reply).endsWith("\"counts\":{\"sockets\":3},\"uptime_s\":90,\"version\":\"1.2.3\"}"));
            assertEquals(200, asked(health, "/health/ready").status());
            ready.set(false);
            assertEquals(503, asked(health, "/health/ready").status());
            assertEquals(503, asked(health, "/health").status());
            assertEquals(200, asked(health, "/health/live").status());
        }
    }

    @Test
    void a_lost_database_is_noticed_within_a_second() {
        var database = TestDatabase.fresh();
        var health = health(database.database());
        assertEquals(200, asked(health, "/health").status());
        database.close();
        assertEquals(200, asked(health, "/health").status(), "the last look still holds");
        clock.pass(Duration.ofSeconds(1));
        assertEquals(503, asked(health, "/health").status());
        assertEquals("{\"live\":true}", text(asked(health, "/health/live")));
    }

    @Test
    void only_its_own_paths_are_its_own() {
        try (var database = TestDatabase.fresh()) {
            var health = health(database.database());
            assertFalse(health.takes("/healthy"));
            assertTrue(health.takes("/health/x"));
            assertEquals(404, asked(health, "/health/x").status());
        }
    }

    private Health health(Database database) {
        return new Health(clock, database, ready::get, Map.of("sockets", () -> 3L), "1.2.3");
    }

    private static Reply asked(Health health, String path) {
        return health.answer(new Call(HttpMethod.GET, path, "", new DefaultHttpHeaders(), "127.0.0.1", Content.NONE));
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
