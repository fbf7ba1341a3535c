package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.testing.BotHome;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class ApplicationEmojiTest {
    private static final BotHome HOME = new BotHome(Map.of());
    private static final BotHome.Bot ACCOUNT = HOME.bot("Painter");
    private static final String EMOJIS = "/applications/" + ACCOUNT.id() + "/emojis";
    private static final String IMAGE =
            "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.of("png", 48, 48));

    private final HttpCaller bot = HOME.server.caller().as("Bot " + ACCOUNT.token());

    @AfterAll
    static void stop() {
        HOME.close();
    }

    private String made(String name) {
        return bot.post(EMOJIS, Map.of("name", name, "image", IMAGE))
                .expected()
                .path("id")
                .asString();
    }

    private String message() {
        var message = HOME.anna
                .post("/channels/" + HOME.general + "/messages", Map.of("content", "look"))
                .expected();
        return "/channels/" + HOME.general + "/messages/" + message.path("id").asString();
    }

    @Test
    void a_bot_makes_renames_uses_and_deletes_an_emoji_of_its_own() {
        String id = made("brush");
        assertEquals(
                "pencil",
                bot.patch(EMOJIS + "/" + id, Map.of("name", "pencil"))
                        .expected()
                        .path("name")
                        .asString());
        String message = message();
        bot.put(message + "/reactions/brush%3A" + id + "/@me", Map.of()).expected();
        var reaction = bot.get(message).expected().path("reactions").path(0);
        assertEquals("pencil", reaction.path("emoji").path("name").asString());
        HOME.ben.put(message + "/reactions/pencil%3A" + id + "/@me", Map.of()).expected();
        var emoji = new HashMap<String, Object>(Map.of("id", id, "name", "pencil"));
        var button = Map.of("type", 2, "style", 1, "custom_id", "draw", "emoji", emoji);
        bot.post(
                        "/channels/" + HOME.general + "/messages",
                        Map.of(
                                "content",
                                "Draw?",
                                "components",
                                List.of(Map.of("type", 1, "components", List.of(button)))))
                .expected();
        bot.delete(EMOJIS + "/" + id).expected();
        assertEquals(10014, bot.get(EMOJIS + "/" + id).code());
        assertEquals(10014, bot.delete(EMOJIS + "/" + id).code());
    }

    @Test
    void only_owner_and_bot_see_them_and_only_the_bot_uses_them() {
        String id = made("mine");
        assertEquals(
                "mine", HOME.anna.get(EMOJIS + "/" + id).expected().path("name").asString());
        for (var answer : List.of(
                HOME.ben.get(EMOJIS),
                HOME.ben.get(EMOJIS + "/" + id),
                HOME.ben.patch(EMOJIS + "/" + id, Map.of("name", "taken")),
                HOME.ben.delete(EMOJIS + "/" + id),
                HOME.ben.post(EMOJIS, Map.of("name", "theirs", "image", IMAGE)))) {
            assertEquals(10002, answer.code(), answer.body());
        }
        assertEquals(
                10014,
                HOME.ben
                        .put(message() + "/reactions/mine%3A" + id + "/@me", Map.of())
                        .code());
    }

    @Test
    void wrong_names_and_pictures_are_refused() {
        for (String name : List.of("", "a", "with space", "x".repeat(33), "no-dash")) {
            assertEquals(
                    50035,
                    bot.post(EMOJIS, Map.of("name", name, "image", IMAGE)).code(),
                    name);
        }
        String id = made("plain");
        assertEquals(
                50035, bot.patch(EMOJIS + "/" + id, Map.of("name", "not plain")).code());
        assertEquals(
                50035,
                bot.post(EMOJIS, Map.of("name", "empty", "image", "data:image/png;base64,AAAA"))
                        .code());
        assertEquals(50035, bot.post(EMOJIS, Map.of("name", "empty")).code());
        assertEquals(10014, bot.get(EMOJIS + "/123456789012345678").code());
    }

    @Test
    void they_go_with_the_application() {
        var other = HOME.bot("Passing");
        var passing = HOME.server.caller().as("Bot " + other.token());
        String all = "/applications/" + other.id() + "/emojis";
        passing.post(all, Map.of("name", "brief", "image", IMAGE)).expected();
        HOME.anna.delete("/applications/" + other.id()).expected();
        assertEquals(10002, HOME.anna.get(all).code());
    }
}
