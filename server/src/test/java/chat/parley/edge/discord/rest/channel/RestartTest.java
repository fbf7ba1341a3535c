package chat.parley.edge.discord.rest.channel;

import chat.parley.message.Deadline;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What ends by itself ends although nothing ran when its time came.
final class RestartTest {
    @Test
    void a_thread_that_fell_silent_is_archived_after_a_restart() {
        var clock = new MovingClock();
        var first = TestServer.start(Map.of(), clock);
        var owner = first.caller().register("owner");
        String guild = owner.post("/guilds", Map.of("name", "Night"))
                .expected()
                .path("id")
                .asString();
        String channel = owner.post("/guilds/" + guild + "/channels", Map.of("name", "room", "type", 0))
                .expected()
                .path("id")
                .asString();
        var draft = Map.of("name", "Aside", "type", 11, "auto_archive_duration", 60);
        String thread = owner.post("/channels/" + channel + "/threads", draft)
                .expected()
                .path("id")
                .asString();
        try (var second = first.restarted(() -> clock.pass(Duration.ofHours(3)))) {
            var again = second.caller().signIn("owner");
            Deadline.await(() -> again.get("/channels/" + thread)
                    .expected()
                    .path("thread_metadata")
                    .path("archived")
                    .asBoolean());
        }
    }
}
