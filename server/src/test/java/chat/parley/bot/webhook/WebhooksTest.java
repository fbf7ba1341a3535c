package chat.parley.bot.webhook;

import static chat.parley.bot.BotTown.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Making webhooks and writing by them, through the real server.
final class WebhooksTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final String MEMBER = TOWN.member("member");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void only_who_manages_webhooks_sees_and_makes_them() {
        var member = SERVER.caller().as(MEMBER);
        String path = "/channels/" + TOWN.general + "/webhooks";
        assertEquals(50_013, member.post(path, Map.of("name", "Mine")).code());
        assertEquals(50_013, member.get(path).code());
        assertEquals(50_013, member.get("/guilds/" + TOWN.guild + "/webhooks").code());
        var made = hook("News");
        assertEquals(50_013, member.delete("/webhooks/" + id(made)).code());
        assertTrue(TOWN.owner.get(path).expected().valueStream().anyMatch(it -> id(it).equals(id(made))));
        var changed = TOWN.owner
                .patch("/webhooks/" + id(made), Map.of("name", "Other"))
                .expected();
        assertEquals("Other", changed.path("name").asString());
        assertEquals(204, TOWN.owner.delete("/webhooks/" + id(made)).status());
        assertEquals(10_015, TOWN.owner.get("/webhooks/" + id(made)).code());
    }

    @Test
    void whoever_has_the_address_writes_under_any_name() {
        var hook = hook("Bell");
        try (var listening = TOWN.listen(MEMBER)) {
            var body = Map.of(
                    "content",
                    "Ding",
                    "username",
                    "Ringer",
                    "avatar_url",
                    "https://example.org/a.png",
                    "embeds",
                    List.of(Map.of("title", "Door")));
            var said = SERVER.caller().post(path(hook) + "?wait=true", body).expected();
            var heard = listening.event("MESSAGE_CREATE").path("d");
            assertEquals("Ringer", heard.path("author").path("username").asString());
            assertEquals(id(hook), heard.path("webhook_id").asString());
            assertFalse(heard.has("member"));
            assertEquals("Door", heard.path("embeds").path(0).path("title").asString());

            String message = path(hook) + "/messages/" + id(said);
            assertEquals(
                    "Ding",
                    SERVER.caller().get(message).expected().path("content").asString());
            SERVER.caller().patch(message, Map.of("content", "Dong")).expected();
            assertEquals(
                    "Dong",
                    listening.event("MESSAGE_UPDATE").path("d").path("content").asString());
            assertEquals(204, SERVER.caller().delete(message).status());
            assertEquals(
                    204,
                    SERVER.caller().post(path(hook), Map.of("content", "quiet")).status());
        }
    }

    @Test
    void a_wrong_token_and_somebody_elses_message_are_refused() {
        var hook = hook("Strict");
        String forged = "/webhooks/" + id(hook) + "/forged";
        assertEquals(
                50_027, SERVER.caller().post(forged, Map.of("content", "x")).code());
        assertEquals(
                10_015,
                SERVER.caller()
                        .post("/webhooks/1/forged", Map.of("content", "x"))
                        .code());
        assertEquals(50_006, SERVER.caller().post(path(hook), Map.of()).code());
        String others = id(TOWN.owner
                .post("/channels/" + TOWN.general + "/messages", Map.of("content", "mine"))
                .expected());
        assertEquals(
                10_008,
                SERVER.caller().delete(path(hook) + "/messages/" + others).code());
        assertEquals(
                10_003,
                SERVER.caller()
                        .post(path(hook) + "?thread_id=" + TOWN.guild, Map.of("content", "x"))
                        .code());
        var button = Map.of("type", 2, "style", 1, "label", "x", "custom_id", "x");
        var rows = List.of(Map.of("type", 1, "components", List.of(button)));
        assertEquals(
                50_035,
                SERVER.caller()
                        .post(path(hook) + "?with_components=true", Map.of("content", "x", "components", rows))
                        .code());
    }

    @Test
    void the_token_alone_reads_renames_and_deletes() {
        var hook = hook("Free");
        assertEquals(
                "Free", SERVER.caller().get(path(hook)).expected().path("name").asString());
        SERVER.caller().patch(path(hook), Map.of("name", "Freer")).expected();
        assertEquals(204, SERVER.caller().delete(path(hook)).status());
        assertEquals(10_015, SERVER.caller().get(path(hook)).code());
        var told = TOWN.owner
                .get("/guilds/" + TOWN.guild + "/audit-logs?user_id=" + id(hook))
                .expected()
                .path("audit_log_entries");
        assertEquals(52, told.path(0).path("action_type").asInt());
        assertEquals(51, told.path(1).path("action_type").asInt());
        assertEquals(id(hook), told.path(0).path("target_id").asString());
    }

    @Test
    void slack_and_github_are_understood() {
        var hook = hook("Foreign");
        try (var listening = TOWN.listen(MEMBER)) {
            var slack = Map.of(
                    "text",
                    "See <https://example.org|this>",
                    "attachments",
                    List.of(Map.of("title", "T", "text", "U")));
            assertEquals(200, SERVER.caller().post(path(hook) + "/slack", slack).status());
            var heard = listening.event("MESSAGE_CREATE").path("d");
            assertEquals(
                    "See [this](https://example.org)", heard.path("content").asString());
            assertEquals("U", heard.path("embeds").path(0).path("description").asString());
            assertEquals(
                    204,
                    SERVER.caller()
                            .post(path(hook) + "/github", Map.of("zen", "x"))
                            .status());
        }
    }

    @Test
    void a_channel_has_fifteen_at_most() {
        String channel = id(TOWN.owner
                .post("/guilds/" + TOWN.guild + "/channels", Map.of("name", "full"))
                .expected());
        String path = "/channels/" + channel + "/webhooks";
        try (var listening = TOWN.listenAsBot()) {
            TOWN.owner.post(path, Map.of("name", "0")).expected();
            assertEquals(
                    channel,
                    listening
                            .event("WEBHOOKS_UPDATE")
                            .path("d")
                            .path("channel_id")
                            .asString());
        }
        for (int i = 1; i < 15; i++) {
            TOWN.owner.post(path, Map.of("name", "n" + i)).expected();
        }
        assertEquals(30_007, TOWN.owner.post(path, Map.of("name", "more")).code());
        TOWN.owner.delete("/channels/" + channel);
        assertTrue(TOWN.owner
                .get("/guilds/" + TOWN.guild + "/webhooks")
                .expected()
                .valueStream()
                .noneMatch(it -> it.path("channel_id").asString().equals(channel)));
    }

    private static JsonNode hook(String name) {
        return TOWN.owner
                .post("/channels/" + TOWN.general + "/webhooks", Map.of("name", name))
                .expected();
    }

    private static String path(JsonNode hook) {
        return "/webhooks/" + id(hook) + "/" + hook.path("token").asString();
    }
}
