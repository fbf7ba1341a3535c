package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.HttpCaller.Answer;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Channels, overwrites and invites through the real server.
final class ChannelRoutesTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");
    private static final String VIEW = "1024";
    private static final List<String> REQUIRED =
            List.of("id", "type", "flags", "guild_id", "name", "position", "parent_id", "permission_overwrites");

    private String guild = "";
    private String general = "";

    @BeforeEach
    void found() {
        guild = OWNER.post("/guilds", Map.of("name", "Testers"))
                .expected()
                .path("id")
                .asString();
        general = channel("general");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void channels_are_made_shown_changed_and_deleted() {
        String category = channel("Text Channels");
        var made = OWNER.post(
                "/guilds/" + guild + "/channels",
                Map.of("name", "Big Talk", "type", 0, "topic", "t", "parent_id", category, "rate_limit_per_user", 5));
        assertEquals(201, made.status());
        for (var field : REQUIRED) {
            assertTrue(made.json().has(field), field);
        }
        assertEquals("big-talk", made.json().path("name").asString());
        assertEquals(category, made.json().path("parent_id").asString());
        assertTrue(made.json().path("last_message_id").isNull());
        String id = made.json().path("id").asString();

        var change = new HashMap<String, Object>(Map.of("name", "small talk", "nsfw", true));
        change.put("parent_id", null);
        change.put("topic", null);
        var changed = OWNER.patch("/channels/" + id, change).expected();
        assertTrue(changed.path("parent_id").isNull());
        assertTrue(changed.path("topic").isNull());
        assertEquals(5, changed.path("rate_limit_per_user").asInt());
        assertEquals(
                "small-talk",
                OWNER.get("/channels/" + id).expected().path("name").asString());
        assertEquals(200, OWNER.delete("/channels/" + id).status());
        assertError(404, 10003, OWNER.get("/channels/" + id));
    }

    @Test
    void voice_channels_say_how_they_sound() {
        var voice = OWNER.post("/guilds/" + guild + "/channels", Map.of("name", "Talk", "type", 2, "user_limit", 9))
                .expected();
        assertEquals(64_000, voice.path("bitrate").asInt());
        assertEquals(9, voice.path("user_limit").asInt());
        assertTrue(voice.path("rtc_region").isNull());
        var category = OWNER.get("/channels/" + channel("Text Channels")).expected();
        assertFalse(category.has("bitrate"));
        assertFalse(category.has("last_message_id"));
        assertError(400, 50035, OWNER.post("/guilds/" + guild + "/channels", Map.of("name", "Talk", "type", 99)));
        assertError(400, 50035, OWNER.patch("/channels/" + general, Map.of("rate_limit_per_user", 21_601)));
        assertError(400, 50035, OWNER.patch("/channels/" + general, Map.of("topic", "x".repeat(1_025))));
    }

    @Test
    void several_channels_are_put_in_order() {
        var other = OWNER.post("/guilds/" + guild + "/channels", Map.of("name", "other"))
                .expected();
        String id = other.path("id").asString();
        String category = channel("Text Channels");
        assertEquals(
                204,
                OWNER.patch(
                                "/guilds/" + guild + "/channels",
                                List.of(Map.of("id", id, "position", 0, "parent_id", category)))
                        .status());
        assertEquals(List.of("other", "general"), names().subList(0, 2));
        assertError(400, 50109, OWNER.patch("/guilds/" + guild + "/channels", Map.of()));
    }

    @Test
    void a_hidden_channel_is_not_there_for_others() {
        join();
        assertTrue(names(BOB).contains("general"));
        var hidden = Map.of("type", 0, "allow", "0", "deny", VIEW);
        assertEquals(
                204,
                OWNER.put("/channels/" + general + "/permissions/" + guild, hidden)
                        .status());
        assertFalse(names(BOB).contains("general"));
        assertError(403, 50001, BOB.get("/channels/" + general));
        assertError(403, 50001, BOB.put("/channels/" + general + "/permissions/" + guild, hidden));
        var shown = OWNER.get("/channels/" + general)
                .expected()
                .path("permission_overwrites")
                .path(0);
        assertEquals(
                guild + " 0 0 " + VIEW,
                shown.path("id").asString() + " " + shown.path("type").asInt() + " "
                        + shown.path("allow").asString() + " "
                        + shown.path("deny").asString());
        assertEquals(
                204,
                OWNER.delete("/channels/" + general + "/permissions/" + guild).status());
        assertError(404, 10009, OWNER.delete("/channels/" + general + "/permissions/" + guild));
        assertEquals(200, BOB.get("/channels/" + general).status());
    }

    @Test
    void overwrites_are_not_taken_from_who_may_not_set_them() {
        join();
        assertError(
                403, 50013, BOB.put("/channels/" + general + "/permissions/" + guild, Map.of("type", 0, "allow", "8")));
        assertError(
                400,
                50035,
                OWNER.put("/channels/" + general + "/permissions/" + guild, Map.of("type", 0, "allow", "x")));
        assertError(404, 10011, OWNER.put("/channels/" + general + "/permissions/5", Map.of("type", 0)));
    }

    @Test
    void strangers_read_an_invite_and_accept_it_signed_in() {
        var made = OWNER.post("/channels/" + general + "/invites", Map.of("max_age", 0, "max_uses", 1));
        assertEquals(200, made.status());
        assertEquals(1, made.json().path("max_uses").asInt());
        assertTrue(made.json().path("expires_at").isNull());
        String code = made.json().path("code").asString();
        var known = SERVER.caller().get("/invites/" + code + "?with_counts=true");
        var seen = known.expected();
        assertEquals("Testers", seen.path("guild").path("name").asString());
        assertEquals("general", seen.path("channel").path("name").asString());
        assertEquals(1, seen.path("approximate_member_count").asInt());
        assertFalse(seen.has("uses"));
        assertEquals(401, SERVER.caller().post("/invites/" + code, Map.of()).status());
        assertEquals(
                guild,
                BOB.post("/invites/" + code, Map.of())
                        .expected()
                        .path("guild")
                        .path("id")
                        .asString());
        assertError(404, 10006, SERVER.caller().get("/invites/" + code));
        var eve = SERVER.caller().register("eve" + System.nanoTime() % 1_000_000);
        assertError(404, 10006, eve.post("/invites/" + code, Map.of()));
    }

    @Test
    void invites_are_listed_for_managers_and_taken_back() {
        String code = OWNER.post("/channels/" + general + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        assertEquals(
                1, OWNER.get("/channels/" + general + "/invites").expected().size());
        assertEquals(1, OWNER.get("/guilds/" + guild + "/invites").expected().size());
        BOB.post("/invites/" + code, Map.of()).expected();
        assertError(403, 50013, BOB.get("/guilds/" + guild + "/invites"));
        assertError(403, 50013, BOB.delete("/invites/" + code));
        assertEquals(200, OWNER.delete("/invites/" + code).status());
        assertError(404, 10006, OWNER.delete("/invites/" + code));
    }

    @Test
    void who_registers_with_an_invite_is_a_member() {
        String code = OWNER.post("/channels/" + general + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        String name = "new" + System.nanoTime() % 1_000_000;
        var token = SERVER.caller()
                .post("/auth/register", Map.of("username", name, "password", "correct horse " + name, "invite", code))
                .expected()
                .path("token")
                .asString();
        var guilds = SERVER.caller().as(token).get("/users/@me/guilds").expected();
        assertEquals(guild, guilds.path(0).path("id").asString());
    }

    private void join() {
        var invite = OWNER.post("/channels/" + general + "/invites", Map.of()).expected();
        BOB.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
    }

    private String channel(String name) {
        return list(OWNER)
                .valueStream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private List<String> names() {
        return names(OWNER);
    }

    private List<String> names(HttpCaller caller) {
        return list(caller).valueStream().map(it -> it.path("name").asString()).toList();
    }

    private JsonNode list(HttpCaller caller) {
        return caller.get("/guilds/" + guild + "/channels").expected();
    }

    private static void assertError(int status, int code, Answer answer) {
        assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer.body());
    }
}
