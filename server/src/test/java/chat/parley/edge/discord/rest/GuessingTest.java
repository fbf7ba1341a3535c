package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Keys;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Tokens that somebody made up and passwords that somebody tries, through the real server.
final class GuessingTest {
    private static final String PASSWORD = "a good long password";

    private final TestServer server = TestServer.start();
    private final HttpCaller nobody = server.caller();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void forged_and_foreign_tokens_get_401() {
        var token = register("ada").path("token").asString();
        for (var forged : List.of("x", "Bearer " + token, "Bot " + token, token + "A", token.replace('.', ','))) {
            assertEquals(401, nobody.as(forged).get("/users/@me").status(), forged);
        }
    }

    @Test
    void guessing_is_limited_for_each_address() {
        try (var strict = TestServer.start(Map.of(Keys.RATE_LIMITS, "on", Keys.SIGN_INS_PER_MINUTE, "5"))) {
            var caller = strict.caller();
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 6; i++) {
                statuses.add(caller.post("/auth/login", Map.of("login", "user" + i, "password", "guess guess"))
                        .status());
            }
            assertEquals(List.of(400, 400, 400, 400, 400, 429), statuses);
            var last = caller.post("/auth/register", Map.of("username", "ada", "password", PASSWORD));
            assertEquals(429, last.status());
            assertTrue(last.json().path("retry_after").asDouble() > 0);
        }
    }

    @Test
    void guessing_is_limited_for_each_account() {
        register("ada");
        for (int i = 0; i < 5; i++) {
            nobody.post("/auth/login", Map.of("login", "ada", "password", "guess guess " + i));
        }
        var right = nobody.post("/auth/login", Map.of("login", "ada", "password", PASSWORD));
        assertEquals(429, right.status());
        assertTrue(right.json().path("retry_after").asDouble() > 0);
    }

    private JsonNode register(String username) {
        return nobody.post("/auth/register", Map.of("username", username, "password", PASSWORD))
                .expected();
    }
}
