package chat.parley.bot.interaction;

import static chat.parley.bot.BotTown.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Commands that take a file, and applications that people have for themselves.
final class GivenFilesTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_file_is_an_option_and_reaches_the_bot() {
        var option = Map.of("type", 11, "name", "report", "description", "d", "required", true);
        String command = command(Map.of("name", "file", "description", "d", "options", List.of(option)));
        var value = Map.of("type", 11, "name", "report", "value", "0");
        var body = use(TOWN.application, TOWN.general, Map.of("id", command, "options", List.of(value)));
        try (var bot = TOWN.listenAsBot()) {
            assertEquals(
                    204,
                    TOWN.owner
                            .upload("POST", "/interactions", body, Map.of("notes.txt", "Hello!".getBytes(UTF_8)))
                            .status());
            var data = bot.event("INTERACTION_CREATE").path("d").path("data");
            String file = data.path("options").path(0).path("value").asString();
            var resolved = data.path("resolved").path("attachments").path(file);
            assertEquals("notes.txt", resolved.path("filename").asString());
            assertEquals(6, resolved.path("size").asInt());
            String url = resolved.path("url").asString();
            assertEquals(
                    "Hello!",
                    SERVER.caller()
                            .get("/" + url.substring(url.indexOf("/cdn/")))
                            .body());
        }
        assertEquals(50_035, TOWN.owner.post("/interactions", body).code());
        var other = use(
                TOWN.application,
                TOWN.general,
                Map.of("id", command, "options", List.of(Map.of("type", 11, "name", "report", "value", "7"))));
        assertEquals(
                50_035,
                TOWN.owner
                        .upload("POST", "/interactions", other, Map.of("a.txt", new byte[] {'a'}))
                        .code());
    }

    @Test
    void who_may_attach_nothing_gives_no_file() {
        String token = TOWN.member("silent");
        var everyone = Map.of("type", 0, "allow", "0", "deny", Long.toString(1L << 15));
        String channel = id(TOWN.owner
                .post("/guilds/" + TOWN.guild + "/channels", Map.of("name", "no-files", "type", 0))
                .expected());
        TOWN.owner.put("/channels/" + channel + "/permissions/" + TOWN.guild, everyone);
        var option = Map.of("type", 11, "name", "it", "description", "d");
        String command = command(Map.of("name", "give", "description", "d", "options", List.of(option)));
        var value = Map.of("type", 11, "name", "it", "value", "0");
        var body = use(TOWN.application, channel, Map.of("id", command, "options", List.of(value)));
        var answer = SERVER.caller().as(token).upload("POST", "/interactions", body, Map.of("a.txt", new byte[] {'a'}));
        assertEquals(50_013, answer.code());
    }

    @Test
    void an_application_of_ones_own_follows_one_everywhere() {
        String mine =
                id(TOWN.owner.post("/applications", Map.of("name", "Pocket")).expected());
        String path = "/applications/" + mine;
        String token = TOWN.owner
                .post(path + "/bot", Map.of())
                .expected()
                .path("token")
                .asString();
        String member = TOWN.member("traveller");
        var traveller = SERVER.caller().as(member);
        String page = "/oauth2/authorize?scope=applications.commands&integration_type=1&client_id=" + mine;
        assertEquals(50_035, traveller.post(page, Map.of()).code());
        var places = Map.of("integration_types_config", Map.of("0", Map.of(), "1", Map.of()));
        TOWN.owner.patch(path, places).expected();
        var bot = SERVER.caller().as("Bot " + token);
        var follows = Map.of("name", "pocket", "description", "d", "integration_types", List.of(0, 1));
        String command = id(bot.post(path + "/commands", follows).expected());
        bot.post(path + "/commands", Map.of("name", "stays", "description", "d"))
                .expected();
        String index = "/channels/" + TOWN.general + "/application-command-index";
        assertFalse(traveller.get(index).body().contains("pocket"));
        var body = use(mine, TOWN.general, Map.of("id", command));
        assertEquals(10_063, traveller.post("/interactions", body).code());

        traveller.post(page, Map.of()).expected();
        var found = traveller.get(index).body();
        assertTrue(found.contains("pocket"));
        assertFalse(found.contains("stays"));
        try (var listening = GatewayClient.connect(SERVER.gateway());
                var person = TOWN.listen(member)) {
            listening.send(2, Map.of("token", token, "intents", 0, "properties", Map.of()));
            listening.event("READY");
            assertEquals(204, traveller.post("/interactions", body).status());
            var used = listening.event("INTERACTION_CREATE").path("d");
            String self = id(traveller.get("/users/@me").expected());
            assertEquals(
                    self, used.path("authorizing_integration_owners").path("1").asString());
            assertFalse(used.path("authorizing_integration_owners").has("0"));
            answer(used);
            assertEquals(
                    "hello from the pocket",
                    person.event("MESSAGE_CREATE").path("d").path("content").asString());
        }
        traveller.delete("/oauth2/tokens/" + mine).expected();
        assertEquals(10_063, traveller.post("/interactions", body).code());
    }

    private static void answer(JsonNode used) {
        var message = Map.of("type", 4, "data", Map.of("content", "hello from the pocket"));
        String path = "/interactions/" + id(used) + "/" + used.path("token").asString() + "/callback";
        assertEquals(204, SERVER.caller().post(path, message).status());
    }

    private static String command(Map<String, Object> body) {
        return id(TOWN.bot
                .post("/applications/" + TOWN.application + "/commands", body)
                .expected());
    }

    private static Map<String, Object> use(String application, String channel, Map<String, Object> data) {
        return Map.of("type", 2, "application_id", application, "channel_id", channel, "nonce", "1", "data", data);
    }
}
