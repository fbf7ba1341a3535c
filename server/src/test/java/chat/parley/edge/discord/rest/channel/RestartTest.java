package chat.parley.edge.discord.rest.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.message.Deadline;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What ends by itself ends although nothing ran when its time came.
final class RestartTest {
    private static final int POLL_RESULT = 46;

    @Test
    void a_poll_is_over_and_a_silent_thread_archived_after_a_restart() {
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
        var answers =
                List.of(Map.of("poll_media", Map.of("text", "tea")), Map.of("poll_media", Map.of("text", "coffee")));
        var poll = Map.of("question", Map.of("text", "What?"), "answers", answers, "duration", 1);
        String asked = owner.post("/channels/" + channel + "/messages", Map.of("poll", poll))
                .expected()
                .path("id")
                .asString();
        String votes = "/channels/" + channel + "/polls/" + asked + "/answers/@me";
        owner.put(votes, Map.of("answer_ids", List.of("1"))).expected();
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
            String newest = "/channels/" + channel + "/messages?limit=1";
            Deadline.await(() ->
                    again.get(newest).expected().path(0).path("type").asInt() == POLL_RESULT);
            var results = again.get("/channels/" + channel + "/messages/" + asked)
                    .expected()
                    .path("poll")
                    .path("results");
            assertTrue(results.path("is_finalized").asBoolean());
            assertEquals(1, results.path("answer_counts").path(0).path("count").asInt());
            assertEquals(520001, again.put(votes, Map.of("answer_ids", List.of("2"))).code());
        }
    }
}
