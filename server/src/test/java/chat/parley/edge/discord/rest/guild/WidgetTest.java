package chat.parley.edge.discord.rest.guild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What other sites show of a guild.
final class WidgetTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");
    private static final HttpCaller NOBODY = SERVER.caller();

    private String guild = "";
    private String general = "";

    @BeforeEach
    void found() {
        guild = "/guilds/"
                + OWNER.post("/guilds", Map.of("name", "Testers"))
                        .expected()
                        .path("id")
                        .asString();
        general = OWNER.get(guild + "/channels")
                .expected()
                .valueStream()
                .filter(it -> it.path("name").asString().equals("general"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_guild_shows_nothing_outside_until_its_managers_say_so() {
        assertEquals(50_004, NOBODY.get(guild + "/widget.json").code());
        assertEquals(50_004, NOBODY.get(guild + "/widget.png").code());
        assertEquals(10_004, NOBODY.get("/guilds/5/widget.json").code());
        assertEquals(10_004, BOB.get(guild + "/widget").code());
        assertEquals(401, NOBODY.get(guild + "/widget").status());
        var settings = OWNER.get(guild + "/widget").expected();
        assertFalse(settings.path("enabled").asBoolean());
        assertTrue(settings.path("channel_id").isNull());
    }

    @Test
    void anybody_reads_who_is_online_and_where_everybody_may_talk() {
        OWNER.patch(guild + "/widget", Map.of("enabled", true, "channel_id", general))
                .expected();
        try (var gateway = GatewayClient.connect(SERVER.gateway())) {
            gateway.send(2, Map.of("token", OWNER.token(), "intents", 1 | 1 << 8, "properties", Map.of()));
            gateway.event("PRESENCE_UPDATE");
            var answer = NOBODY.get(guild + "/widget.json");
            assertEquals(
                    "*",
                    answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
            var widget = answer.expected();
            assertEquals(1, widget.path("presence_count").asInt());
            var member = widget.path("members").path(0);
            assertEquals("0", member.path("id").asString());
            assertEquals("owner", member.path("username").asString());
            assertTrue(member.path("avatar").isNull());
            assertEquals(
                    List.of("General"),
                    widget.path("channels")
                            .valueStream()
                            .map(it -> it.path("name").asString())
                            .toList());
            String invite = widget.path("instant_invite").asString();
            String code = invite.substring(invite.lastIndexOf('/') + 1);
            assertEquals(200, BOB.get("/invites/" + code).status());
            OWNER.delete("/invites/" + code).expected();
            assertTrue(NOBODY.get(guild + "/widget.json")
                    .expected()
                    .path("instant_invite")
                    .isNull());
        }
    }

    @Test
    void pictures_come_in_five_styles() {
        OWNER.patch(guild + "/widget", Map.of("enabled", true)).expected();
        for (var style : List.of("shield", "banner1", "banner2", "banner3", "banner4")) {
            var picture = NOBODY.get(guild + "/widget.png?style=" + style);
            assertEquals(200, picture.status(), style);
            assertEquals(
                    "image/png", picture.headers().firstValue("Content-Type").orElse(""));
            assertTrue(picture.body().contains("PNG"));
        }
        assertEquals(50_035, NOBODY.get(guild + "/widget.png?style=poster").code());
    }

    @Test
    void settings_are_checked_and_stand_in_the_audit_log() {
        assertEquals(
                50_035,
                OWNER.patch(guild + "/widget", Map.of("enabled", "maybe")).code());
        assertEquals(
                10_003,
                OWNER.patch(guild + "/widget", Map.of("channel_id", "5")).code());
        OWNER.because("for the website")
                .patch(guild + "/widget", Map.of("enabled", true, "channel_id", general))
                .expected();
        var entry = OWNER.get(guild + "/audit-logs?action_type=1")
                .expected()
                .path("audit_log_entries")
                .path(0);
        assertEquals("for the website", entry.path("reason").asString());
        assertEquals("widget_enabled", entry.path("changes").path(0).path("key").asString());
        assertEquals(
                general, OWNER.get(guild).expected().path("widget_channel_id").asString());
        var none = new HashMap<String, Object>();
        none.put("channel_id", null);
        assertTrue(OWNER.patch(guild + "/widget", none)
                .expected()
                .path("channel_id")
                .isNull());
        assertTrue(OWNER.get(guild).expected().path("widget_enabled").asBoolean());
    }
}
