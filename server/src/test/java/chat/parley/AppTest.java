package chat.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.testing.TestServer;
import org.junit.jupiter.api.Test;

final class AppTest {
    @Test
    void the_wired_server_answers() {
        try (var server = TestServer.start()) {
            var answer = server.caller().get("/gateway");
            assertEquals(200, answer.status());
            assertEquals(
                    "ws://" + server.http().getAuthority() + "/gateway",
                    answer.json().path("url").asString());
        }
    }
}
