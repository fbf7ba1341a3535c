package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// Who talks where, as clients hear of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VoiceTest {
    private final TestServer server = TestServer.start();
    private final HttpCaller owner = server.caller().register("owner");
    private final HttpCaller ann = server.caller().register("ann");
    private final HttpCaller ben = server.caller().register("ben");
    private final String annId = id(ann.get("/users/@me").expected());
    private final String benId = id(ben.get("/users/@me").expected());
    private String guild = "";
    private String talk = "";

    @BeforeAll
    void open() {
        guild = id(owner.post("/guilds", Map.of("name", "Talks")).expected());
        String text = "";
        for (var it : owner.get("/guilds/" + guild + "/channels").expected()) {
            text = it.path("type").asInt() == 0 ? id(it) : text;
            talk = it.path("type").asInt() == 2 ? id(it) : talk;
        }
        var invite = owner.post("/channels/" + text + "/invites", Map.of()).expected();
        for (var who : List.of(ann, ben)) {
            who.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
        }
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void a_state_comes_before_the_server_and_everybody_who_sees_the_channel_hears() {
        try (var anns = signedIn(ann);
                var bens = signedIn(ben)) {
            anns.send(4, wish(guild, talk));
            assertEquals(talk, channel(anns.event("VOICE_STATE_UPDATE")));
            var summons = anns.event("VOICE_SERVER_UPDATE").path("d");
            assertEquals(guild, summons.path("guild_id").asString());
            assertTrue(summons.path("endpoint").asString().endsWith("/voice"), summons::toString);
            assertFalse(summons.path("token").asString().isEmpty());
            var heard = bens.event("VOICE_STATE_UPDATE").path("d");
            assertEquals(annId, heard.path("user_id").asString());
            assertEquals(annId, heard.path("member").path("user").path("id").asString());
            try (var late = signedIn(owner)) {
                assertEquals("VOICE_STATE_UPDATE", wholly(late, bens, anns));
            }
            assertEquals(
                    talk,
                    ben.get("/guilds/" + guild + "/voice-states/" + annId)
                            .expected()
                            .path("channel_id")
                            .asString());
            anns.send(4, wish(guild, null));
            assertTrue(bens.event("VOICE_STATE_UPDATE")
                    .path("d")
                    .path("channel_id")
                    .isNull());
            assertEquals(404, ann.get("/guilds/" + guild + "/voice-states/@me").status());
        }
    }

    /// Somebody who comes later finds in GUILD_CREATE who is there; mutes are heard.
    private String wholly(GatewayClient late, GatewayClient bens, GatewayClient anns) {
        owner.patch("/guilds/" + guild + "/members/" + annId, Map.of("mute", true))
                .expected();
        var heard = bens.event("VOICE_STATE_UPDATE");
        assertTrue(heard.path("d").path("mute").asBoolean());
        assertTrue(anns.event("VOICE_STATE_UPDATE").path("d").path("mute").asBoolean());
        owner.patch("/guilds/" + guild + "/members/" + annId, Map.of("mute", false))
                .expected();
        bens.event("VOICE_STATE_UPDATE");
        return late.event("VOICE_STATE_UPDATE").path("t").asString();
    }

    @Test
    void ready_tells_who_is_there_and_a_session_that_ends_leaves() {
        try (var bens = signedIn(ben);
                var anns = GatewayClient.connect(server.gateway())) {
            anns.identify(ann.token());
            anns.send(4, wish(guild, talk));
            anns.event("VOICE_SERVER_UPDATE");
            bens.event("VOICE_STATE_UPDATE");
            try (var owners = GatewayClient.connect(server.gateway())) {
                var states = owners.identify(owner.token())
                        .path("d")
                        .path("guilds")
                        .path(0)
                        .path("voice_states");
                assertEquals(1, states.size());
                assertEquals(annId, states.path(0).path("user_id").asString());
            }
            owner.put("/channels/" + talk + "/permissions/" + annId, Map.of("type", 1, "allow", "0", "deny", "1048576"))
                    .expected();
            assertTrue(
                    anns.event("VOICE_STATE_UPDATE")
                            .path("d")
                            .path("channel_id")
                            .isNull(),
                    "she hears it herself");
            assertTrue(bens.event("VOICE_STATE_UPDATE")
                    .path("d")
                    .path("channel_id")
                    .isNull());
            owner.delete("/channels/" + talk + "/permissions/" + annId).expected();
        }
    }

    @Test
    void a_call_rings_is_joined_and_ends_with_the_last() {
        var dm = ann.post("/users/@me/channels", Map.of("recipient_id", benId)).expected();
        String channel = id(dm);
        try (var anns = signedIn(ann);
                var bens = signedIn(ben)) {
            anns.send(4, wish(null, channel));
            assertEquals(
                    channel,
                    bens.event("CALL_CREATE").path("d").path("channel_id").asString());
            assertTrue(
                    anns.event("VOICE_SERVER_UPDATE").path("d").path("guild_id").isNull());
            ann.post("/channels/" + channel + "/call/ring", Map.of()).expected();
            assertEquals(
                    benId,
                    bens.event("CALL_UPDATE").path("d").path("ringing").path(0).asString());
            bens.send(13, Map.of("channel_id", channel));
            assertEquals(
                    1, bens.event("CALL_CREATE").path("d").path("voice_states").size());
            bens.send(4, wish(null, channel));
            assertEquals(0, anns.event("CALL_UPDATE").path("d").path("ringing").size() - 1, "it rings first");
            assertEquals(0, anns.event("CALL_UPDATE").path("d").path("ringing").size());
            anns.send(4, wish(null, null));
            bens.send(4, wish(null, null));
            assertEquals(
                    channel,
                    bens.event("CALL_DELETE").path("d").path("channel_id").asString());
            assertEquals(
                    404,
                    ann.post("/channels/" + channel + "/call/ring", Map.of()).status());
        }
    }

    private GatewayClient signedIn(HttpCaller who) {
        var client = GatewayClient.connect(server.gateway());
        client.identify(who.token());
        return client;
    }

    private static Map<String, @Nullable Object> wish(@Nullable String guild, @Nullable String channel) {
        var wish = new HashMap<String, @Nullable Object>();
        wish.put("guild_id", guild);
        wish.put("channel_id", channel);
        wish.put("self_mute", false);
        wish.put("self_deaf", false);
        return wish;
    }

    private static String channel(JsonNode event) {
        return event.path("d").path("channel_id").asString();
    }

    private static String id(JsonNode object) {
        return object.path("id").asString();
    }
}
