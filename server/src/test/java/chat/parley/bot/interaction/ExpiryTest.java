package chat.parley.bot.interaction;

import static chat.parley.bot.BotTown.id;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An interaction is over after a quarter of an hour.
final class ExpiryTest {
    @Test
    void an_application_has_a_quarter_of_an_hour() {
        var clock = new MovingClock();
        try (var server = TestServer.start(Map.of(), clock)) {
            var town = new BotTown(server);
            String path = "/applications/" + town.application + "/commands";
            String command = id(town.bot
                    .post(path, Map.of("name", "plain", "description", "d"))
                    .expected());
            try (var bot = town.listenAsBot()) {
                town.owner.post(
                        "/interactions",
                        Map.of(
                                "type",
                                2,
                                "application_id",
                                town.application,
                                "channel_id",
                                town.general,
                                "data",
                                Map.of("id", command)));
                var it = bot.event("INTERACTION_CREATE").path("d");
                String token = it.path("token").asString();
                var app = server.caller();
                app.post("/interactions/" + id(it) + "/" + token + "/callback", Map.of("type", 5))
                        .expected();
                String hook = "/webhooks/" + town.application + "/" + token;
                clock.pass(Duration.ofMinutes(14));
                app.post(hook, Map.of("content", "in time")).expected();
                clock.pass(Duration.ofMinutes(2));
                int code = app.post(hook, Map.of("content", "late")).code();
                assertTrue(List.of(10_015, 50_027).contains(code), "code " + code);
                assertNotEquals(200, app.get(hook + "/messages/@original").status());
            }
        }
    }
}
