package chat.parley.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Pauses, raids, levels of verification, kept edits and the permission inspector through the real server.
final class SafetyTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");
    private static final String BOB_ID = text(BOB.get("/users/@me").expected(), "id");

    private final String guild =
            text(OWNER.post("/guilds", Map.of("name", "Safe")).expected(), "id");
    private final String channel = OWNER.get("/guilds/" + guild + "/channels")
            .expected()
            .valueStream()
            .filter(it -> it.path("type").asInt() == 0)
            .map(it -> text(it, "id"))
            .findFirst()
            .orElseThrow();
    private final String invite =
            text(OWNER.post("/channels/" + channel + "/invites", Map.of()).expected(), "code");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void paused_invites_let_nobody_in_until_they_go_on() {
        String hour = Instant.now().plus(1, ChronoUnit.HOURS).toString();
        var paused = OWNER.put(path("/incident-actions"), Map.of("invites_disabled_until", hour))
                .expected();
        assertFalse(paused.path("invites_disabled_until").isNull());
        assertTrue(paused.path("dms_disabled_until").isNull());
        assertEquals(403, BOB.post("/invites/" + invite, Map.of()).status());
        String days = Instant.now().plus(3, ChronoUnit.DAYS).toString();
        assertEquals(
                50035,
                OWNER.put(path("/incident-actions"), Map.of("dms_disabled_until", days))
                        .code());
        OWNER.send("PUT", path("/incident-actions"), "{\"invites_disabled_until\":null}");
        join(BOB);
        assertEquals(
                403,
                BOB.put(path("/incident-actions"), Map.of("invites_disabled_until", hour))
                        .status());
    }

    @Test
    void paused_conversations_keep_those_apart_whom_only_the_guild_connects() {
        join(BOB);
        String hour = Instant.now().plus(1, ChronoUnit.HOURS).toString();
        var eve = SERVER.caller().register("eve");
        join(eve);
        String room = text(
                eve.post("/users/@me/channels", Map.of("recipient_id", BOB_ID)).expected(), "id");
        assertEquals(
                200,
                eve.post("/channels/" + room + "/messages", Map.of("content", "hi"))
                        .status());
        OWNER.put(path("/incident-actions"), Map.of("dms_disabled_until", hour)).expected();
        assertEquals(
                50007,
                eve.post("/channels/" + room + "/messages", Map.of("content", "psst"))
                        .code());
    }

    @Test
    void a_raid_pauses_invites_and_tells_the_moderators() {
        OWNER.patch(path("/safety"), Map.of("raid_joins_per_minute", 3, "safety_alerts_channel_id", channel))
                .expected();
        try (var owner = GatewayClient.connect(SERVER.gateway())) {
            owner.identify(token("owner"));
            for (int i = 0; i < 3; i++) {
                join(SERVER.caller().register("raider" + i));
            }
            for (var it = owner.event("MESSAGE_CREATE");
                    it.path("d").path("type").asInt() != 24; ) {
                it = owner.event("MESSAGE_CREATE");
            }
            assertEquals(403, BOB.post("/invites/" + invite, Map.of()).status());
            var data = OWNER.get("/guilds/" + guild).expected().path("incidents_data");
            assertFalse(data.path("raid_detected_at").isNull());
        }
    }

    @Test
    void newcomers_wait_where_the_guild_asks_for_it() {
        join(BOB);
        OWNER.patch("/guilds/" + guild, Map.of("verification_level", 3)).expected();
        assertEquals(50009, BOB.post(messages(), Map.of("content", "hi")).code());
        String role = text(OWNER.post(path("/roles"), Map.of("name", "known")).expected(), "id");
        OWNER.put(path("/members/" + BOB_ID + "/roles/" + role), Map.of());
        assertEquals(200, BOB.post(messages(), Map.of("content", "hi")).status());
    }

    @Test
    void edits_are_kept_for_moderators_where_the_guild_turns_it_on() {
        join(BOB);
        String id = text(BOB.post(messages(), Map.of("content", "one")).expected(), "id");
        BOB.patch(messages() + "/" + id, Map.of("content", "two")).expected();
        assertEquals(0, OWNER.get(messages() + "/" + id + "/edits").expected().size());
        OWNER.patch(path("/safety"), Map.of("edit_history", true)).expected();
        BOB.patch(messages() + "/" + id, Map.of("content", "three")).expected();
        BOB.patch(messages() + "/" + id, Map.of("content", "four")).expected();
        assertEquals(
                List.of("three", "two"),
                OWNER.get(messages() + "/" + id + "/edits")
                        .expected()
                        .valueStream()
                        .map(it -> text(it, "content"))
                        .toList());
        assertEquals(50013, BOB.get(messages() + "/" + id + "/edits").code());
    }

    @Test
    void the_inspector_says_what_decided() {
        join(BOB);
        OWNER.put("/channels/" + channel + "/permissions/" + BOB_ID, Map.of("type", 1, "allow", "0", "deny", "2048"));
        String path = path("/members/" + BOB_ID + "/permissions?channel=" + channel);
        var answer = OWNER.get(path).expected();
        var sending = answer.path("entries")
                .valueStream()
                .filter(it -> text(it, "permission").equals("SEND_MESSAGES"))
                .findFirst()
                .orElseThrow();
        assertEquals("overwrite_member", text(sending, "reason"));
        assertFalse(sending.path("allowed").asBoolean());
        assertEquals(answer.toString(), BOB.get(path).expected().toString());
        String owner = text(OWNER.get("/users/@me").expected(), "id");
        assertEquals(50013, BOB.get(path("/members/" + owner + "/permissions")).code());
        assertEquals(404, OWNER.get(path("/members/1/permissions")).status());
    }

    @Test
    void a_set_of_roles_sees_what_its_holders_would() {
        String role = text(OWNER.post(path("/roles"), Map.of("name", "staff")).expected(), "id");
        OWNER.put("/channels/" + channel + "/permissions/" + guild, Map.of("type", 0, "allow", "0", "deny", "1024"));
        OWNER.put("/channels/" + channel + "/permissions/" + role, Map.of("type", 0, "allow", "1024", "deny", "0"));
        assertEquals("0", seen(""));
        assertFalse(seen(role).equals("0"));
        assertEquals(404, OWNER.get(path("/view-as?roles=1")).status());
        join(BOB);
        assertEquals(50013, BOB.get(path("/view-as")).code());
    }

    private String seen(String roles) {
        return OWNER.get(path("/view-as?roles=" + roles))
                .expected()
                .path("channels")
                .valueStream()
                .filter(it -> text(it, "id").equals(channel))
                .map(it -> text(it, "permissions"))
                .findFirst()
                .orElseThrow();
    }

    private String path(String rest) {
        return "/guilds/" + guild + rest;
    }

    private String messages() {
        return "/channels/" + channel + "/messages";
    }

    private void join(HttpCaller caller) {
        caller.post("/invites/" + invite, Map.of()).expected();
    }

    private static String token(String name) {
        var body = Map.of("login", name, "password", "correct horse " + name);
        return text(SERVER.caller().post("/auth/login", body).expected(), "token");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
