package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.testing.BotHome;
import chat.parley.testing.HttpCaller;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A page of the history says of each message what asking for that message says, however often the page was read
/// before.
final class HistoryPageTest {
    private static final BotHome HOME = new BotHome(Map.of());
    private static final String GENERAL = "/channels/" + HOME.general;
    private static final int TEXTS = 40;
    private static final String[] LETTERS =
            "a b z ß é Ж ק ش あ 語 한 \u0001 \u001f \u007f \u0085 \u2028 \u200d \t \n \" \\ / < & 👩‍🚀 🇩🇪 𝒳"
                    .split(" ");

    @AfterAll
    static void close() {
        HOME.close();
    }

    @Test
    void a_page_is_never_older_than_its_messages() {
        String plain = write(HOME.anna, "plain");
        String answer = id(HOME.ben.post(
                GENERAL + "/messages", Map.of("content", "answer", "message_reference", Map.of("message_id", plain))));
        String calling = write(HOME.carla, "calling <@" + id(HOME.ben.get("/users/@me")) + ">");
        assertPagesAreTrue();

        HOME.anna
                .patch(GENERAL + "/messages/" + plain, Map.of("content", "edited"))
                .expected();
        assertPagesAreTrue();
        assertEquals("edited", message(plain).path("content").asString());

        HOME.ben
                .put(GENERAL + "/messages/" + plain + "/reactions/%F0%9F%91%8D/@me", Map.of())
                .expected();
        assertPagesAreTrue();
        HOME.ben
                .delete(GENERAL + "/messages/" + plain + "/reactions/%F0%9F%91%8D/@me")
                .expected();
        assertPagesAreTrue();

        HOME.anna.patch("/users/@me", Map.of("global_name", "Anna the Second")).expected();
        HOME.ben.patch("/users/@me", Map.of("global_name", "Ben the Second")).expected();
        assertPagesAreTrue();
        assertEquals(
                "Anna the Second",
                message(plain).path("author").path("global_name").asString());
        assertEquals(
                "Ben the Second",
                message(calling).path("mentions").path(0).path("global_name").asString());

        HOME.anna.put(GENERAL + "/messages/pins/" + plain, Map.of()).expected();
        HOME.anna
                .post(GENERAL + "/messages/" + plain + "/threads", Map.of("name", "From it"))
                .expected();
        assertPagesAreTrue();
        assertEquals("From it", message(plain).path("thread").path("name").asString());

        HOME.anna.delete(GENERAL + "/messages/" + plain).expected();
        assertPagesAreTrue();
        assertEquals(true, message(answer).path("referenced_message").isNull());
    }

    /// Plain messages have a writer of their own.
    @Test
    void a_page_has_the_bytes_of_its_messages() {
        String channel = id(HOME.anna.post("/guilds/" + HOME.guild + "/channels", Map.of("name", "texts", "type", 0)));
        String role =
                id(HOME.anna.post("/guilds/" + HOME.guild + "/roles", Map.of("name", "all", "mentionable", true)));
        String messages = "/channels/" + channel + "/messages";
        var random = new Random(25);
        for (int i = 0; i < TEXTS; i++) {
            var author = random.nextBoolean() ? HOME.anna : HOME.ben;
            String called = random.nextInt(4) == 0 ? "<@&" + role + "> @everyone" : "";
            String message = id(author.post(messages, Map.of("content", text(random) + called)));
            if (random.nextInt(4) == 0) {
                author.patch(messages + "/" + message, Map.of("content", text(random) + called))
                        .expected();
            }
            if (random.nextInt(8) == 0) {
                HOME.anna.put(messages + "/pins/" + message, Map.of()).expected();
            }
        }
        for (var reader : new HttpCaller[] {HOME.ben, HOME.ben, HOME.carla}) {
            var page = reader.get(messages + "?limit=100");
            String one = page.expected()
                    .valueStream()
                    .map(it -> reader.get(messages + "/" + it.path("id").asString())
                            .body())
                    .collect(Collectors.joining(",", "[", "]"));
            assertEquals(one, page.body());
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder("x");
        for (int length = random.nextInt(60); length > 0; length--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.append('x').toString();
    }

    /// To each reader twice: as it is written and as it was kept.
    private static void assertPagesAreTrue() {
        for (var reader : new HttpCaller[] {HOME.anna, HOME.ben, HOME.anna, HOME.ben}) {
            for (var message : reader.get(GENERAL + "/messages?limit=50").expected()) {
                String id = message.path("id").asString();
                assertEquals(reader.get(GENERAL + "/messages/" + id).expected(), message);
            }
        }
    }

    private static JsonNode message(String id) {
        for (var message : HOME.carla.get(GENERAL + "/messages?limit=50").expected()) {
            if (message.path("id").asString().equals(id)) {
                return message;
            }
        }
        throw new AssertionError("The page has no message " + id);
    }

    private static String write(HttpCaller author, String text) {
        return id(author.post(GENERAL + "/messages", Map.of("content", text)));
    }

    private static String id(HttpCaller.Answer answer) {
        return answer.expected().path("id").asString();
    }
}
