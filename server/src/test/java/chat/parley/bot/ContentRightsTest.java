package chat.parley.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a bot reads over HTTP of what others say, with and without the privileged intent MESSAGE_CONTENT.
final class ContentRightsTest {
    private static final int CONTENT = 1 << 19;
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final String MESSAGES = "/channels/" + TOWN.general + "/messages";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_bot_without_the_intent_reads_only_what_concerns_it() {
        String plain = say(Map.of("content", "Between us", "embeds", List.of(Map.of("title", "Quiet"))));
        String asked = say(Map.of(
                "poll",
                Map.of(
                        "question",
                        Map.of("text", "Tea?"),
                        "answers",
                        List.of(Map.of("poll_media", Map.of("text", "Yes"))))));
        String called = say(Map.of("content", "Listen, <@" + TOWN.application + ">"));
        String own = BotTown.id(
                TOWN.bot.post(MESSAGES, Map.of("content", "I am here")).expected());
        var reply = Map.of("content", "Hm", "message_reference", Map.of("message_id", plain));
        String answer = say(reply);

        granted(CONTENT);
        assertEquals("Between us", read(plain).path("content").asString());
        assertEquals("Between us", listed(plain).path("content").asString());

        granted(0);
        for (var blank : List.of(read(plain), listed(plain))) {
            assertEquals("", blank.path("content").asString());
            assertEquals(0, blank.path("embeds").size());
            assertEquals("owner", blank.path("author").path("username").asString());
        }
        assertTrue(listed(asked).path("poll").isMissingNode());
        assertEquals(
                "", listed(answer).path("referenced_message").path("content").asString());
        assertTrue(listed(called).path("content").asString().startsWith("Listen"));
        assertEquals("I am here", listed(own).path("content").asString());
        String search = "/guilds/" + TOWN.guild + "/messages/search";
        assertEquals(50_001, TOWN.bot.get(search + "?content=between").code());
        assertEquals(
                200, TOWN.bot.get(search + "?author_id=" + TOWN.application).status());
        var seen = TOWN.owner.get(MESSAGES + "/" + plain).expected();
        assertEquals("Between us", seen.path("content").asString());
        granted(CONTENT);
        assertEquals("Between us", listed(plain).path("content").asString());
    }

    private static String say(Map<String, ?> message) {
        return BotTown.id(TOWN.owner.post(MESSAGES, message).expected());
    }

    private static JsonNode read(String message) {
        return TOWN.bot.get(MESSAGES + "/" + message).expected();
    }

    private static JsonNode listed(String message) {
        return TOWN.bot
                .get(MESSAGES)
                .expected()
                .valueStream()
                .filter(it -> BotTown.id(it).equals(message))
                .findFirst()
                .orElseThrow();
    }

    private static void granted(int flags) {
        TOWN.owner
                .patch("/applications/" + TOWN.application, Map.of("flags", flags))
                .expected();
    }
}
