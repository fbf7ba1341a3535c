package chat.parley.edge.discord.rest.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Search over HTTP with Discord's parameters.
class SearchRoutesTest {
    private static TestServer server;
    private static HttpCaller ann;
    private static HttpCaller stranger;
    private static String guild;
    private static String channel;
    private static String pinned;

    @BeforeAll
    static void a_channel_with_messages() {
        server = TestServer.start();
        ann = server.caller().register("ann");
        stranger = server.caller().register("stranger");
        guild = ann.post("/guilds", Map.of("name", "Home"))
                .expected()
                .path("id")
                .asString();
        channel = ann.get("/guilds/" + guild + "/channels").expected().values().stream()
                .filter(it -> it.path("type").asInt() == 0)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        say("the bees dance");
        pinned = say("honey for the queen");
        say("more honey at https://honey.example");
        assertEquals(
                204,
                ann.put("/channels/" + channel + "/messages/pins/" + pinned, Map.of())
                        .status());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String say(String text) {
        return ann.post("/channels/" + channel + "/messages", Map.of("content", text))
                .expected()
                .path("id")
                .asString();
    }

    /// Waits until the index has followed.
    private static JsonNode found(String query, int total) throws InterruptedException {
        var answer = ann.get("/guilds/" + guild + "/messages/search?" + query).expected();
        for (int i = 0; i < 200 && answer.path("total_results").asInt() != total; i++) {
            Thread.sleep(25);
            answer = ann.get("/guilds/" + guild + "/messages/search?" + query).expected();
        }
        assertEquals(total, answer.path("total_results").asInt(), query);
        return answer;
    }

    @Test
    void words_are_found_and_marked() throws InterruptedException {
        var found = found("content=Honey&sort_order=asc", 2);
        var first = found.path("messages").path(0).path(0);
        assertEquals("honey for the queen", first.path("content").asString());
        assertTrue(first.path("hit").asBoolean());
        var place = found.path("highlights").path(pinned).path(0);
        assertEquals(0, place.path(0).asInt());
        assertEquals(5, place.path(1).asInt());
    }

    @Test
    void filters_narrow_what_is_found() throws InterruptedException {
        String self = ann.get("/users/@me").expected().path("id").asString();
        found("content=honey&pinned=true", 1);
        found("content=honey&pinned=false", 1);
        found("has=link", 1);
        found("content=honey&has=-link", 1);
        found("content=honey&author_id=" + self, 2);
        found("content=honey&author_id=42", 0);
        found("content=honey&min_id=" + pinned, 1);
        found("content=honey&max_id=" + pinned, 0);
        found("content=honey&channel_id=" + channel, 2);
        found("content=honey&channel_id=42", 0);
        assertEquals(
                1, found("content=honey&limit=1&offset=1", 2).path("messages").size());
        assertEquals(0, found("content=honey&offset=5", 2).path("messages").size());
    }

    @Test
    void all_conversations_are_searched_at_once_and_nobody_elses() throws InterruptedException {
        String strangerId = stranger.get("/users/@me").expected().path("id").asString();
        String annId = ann.get("/users/@me").expected().path("id").asString();
        ann.put("/users/@me/relationships/" + strangerId, Map.of());
        stranger.put("/users/@me/relationships/" + annId, Map.of());
        String talk = ann.post("/users/@me/channels", Map.of("recipient_id", strangerId))
                .expected()
                .path("id")
                .asString();
        ann.post("/channels/" + talk + "/messages", Map.of("content", "between us: wild honey"))
                .expected();
        var found =
                ann.get("/users/@me/messages/search?content=%22wild%20honey%22").expected();
        for (int i = 0; i < 200 && found.path("total_results").asInt() != 1; i++) {
            Thread.sleep(25);
            found = ann.get("/users/@me/messages/search?content=%22wild%20honey%22")
                    .expected();
        }
        assertEquals(
                talk, found.path("messages").path(0).path(0).path("channel_id").asString());
        assertEquals(
                1,
                stranger.get("/users/@me/messages/search?content=honey")
                        .expected()
                        .path("total_results")
                        .asInt());
        var other = server.caller().register("other");
        assertEquals(
                0,
                other.get("/users/@me/messages/search?content=honey")
                        .expected()
                        .path("total_results")
                        .asInt());
    }

    @Test
    void strangers_and_nonsense_are_refused() {
        assertEquals(
                10004,
                stranger.get("/guilds/" + guild + "/messages/search?content=honey")
                        .code());
        assertEquals(
                10003,
                stranger.get("/channels/" + channel + "/messages/search?content=honey")
                        .code());
        for (var query :
                new String[] {"limit=0", "limit=26", "offset=9976", "has=wings", "sort_by=luck", "author_id=x"}) {
            assertEquals(
                    400,
                    ann.get("/guilds/" + guild + "/messages/search?" + query).status(),
                    query);
        }
        assertEquals(
                200,
                ann.get("/channels/" + channel + "/messages/search?content=%21%21")
                        .status());
    }
}
