package chat.parley.edge.discord.rest.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Friends, blocks, notes, notification settings and the inbox, through the whole server.
class PeopleRoutesTest {
    private TestServer server;
    private HttpCaller ann;
    private HttpCaller bob;
    private String annId;
    private String bobId;

    @BeforeEach
    void two_strangers() {
        server = TestServer.start();
        ann = server.caller().register("ann");
        bob = server.caller().register("bob");
        annId = id(ann);
        bobId = id(bob);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String id(HttpCaller caller) {
        return caller.get("/users/@me").expected().path("id").asString();
    }

    private static int type(HttpCaller caller, String other) {
        return caller.get("/users/@me/relationships").expected().values().stream()
                .filter(it -> it.path("id").asString().equals(other))
                .map(it -> it.path("type").asInt())
                .findFirst()
                .orElse(0);
    }

    private void befriend() {
        assertEquals(
                204,
                ann.post("/users/@me/relationships", Map.of("username", "bob")).status());
        assertEquals(204, bob.put("/users/@me/relationships/" + annId, Map.of()).status());
    }

    /// A guild of Ann's that Bob has joined; the id of its written channel.
    private String shared() {
        String guild = ann.post("/guilds", Map.of("name", "Home"))
                .expected()
                .path("id")
                .asString();
        String channel = ann.get("/guilds/" + guild + "/channels").expected().values().stream()
                .filter(it -> it.path("type").asInt() == 0)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        String code = ann.post("/channels/" + channel + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        bob.post("/invites/" + code, Map.of()).expected();
        return channel;
    }

    @Test
    void a_request_is_accepted_and_ended() {
        assertEquals(
                204,
                ann.post("/users/@me/relationships", Map.of("username", "Bob")).status());
        assertEquals(4, type(ann, bobId));
        assertEquals(3, type(bob, annId));
        assertEquals(204, bob.put("/users/@me/relationships/" + annId, Map.of()).status());
        assertEquals(1, type(ann, bobId));
        assertEquals(
                80007, ann.put("/users/@me/relationships/" + bobId, Map.of()).code());
        assertEquals(
                204,
                ann.patch("/users/@me/relationships/" + bobId, Map.of("nickname", "Bobby"))
                        .status());
        assertEquals(
                "Bobby",
                ann.get("/users/@me/relationships")
                        .expected()
                        .path(0)
                        .path("nickname")
                        .asString());
        assertEquals(204, bob.delete("/users/@me/relationships/" + annId).status());
        assertEquals(0, type(ann, bobId));
    }

    @Test
    void friends_write_to_each_other_until_one_blocks() {
        assertEquals(
                50007,
                ann.post("/users/@me/channels", Map.of("recipient_id", bobId)).code());
        befriend();
        String talk = ann.post("/users/@me/channels", Map.of("recipient_id", bobId))
                .expected()
                .path("id")
                .asString();
        ann.post("/channels/" + talk + "/messages", Map.of("content", "hi")).expected();
        assertEquals(
                204,
                bob.put("/users/@me/relationships/" + annId, Map.of("type", 2)).status());
        assertEquals(2, type(bob, annId));
        assertEquals(0, type(ann, bobId), "nobody is told that they were blocked");
        assertEquals(
                50007,
                ann.post("/channels/" + talk + "/messages", Map.of("content", "?"))
                        .code());
        assertEquals(
                50007,
                bob.post("/channels/" + talk + "/messages", Map.of("content", "!"))
                        .code());
        assertEquals(
                80001, ann.put("/users/@me/relationships/" + bobId, Map.of()).code());
        assertEquals(204, bob.delete("/users/@me/relationships/" + annId).status());
        assertEquals(204, ann.put("/users/@me/relationships/" + bobId, Map.of()).status());
    }

    @Test
    void nobody_asks_oneself_or_nobody_or_whoever_does_not_want_it() {
        assertEquals(
                80003, ann.put("/users/@me/relationships/" + annId, Map.of()).code());
        assertEquals(
                80004,
                ann.post("/users/@me/relationships", Map.of("username", "nobody.here"))
                        .code());
        assertEquals(10013, ann.put("/users/@me/relationships/42", Map.of()).code());
        bob.patch(
                        "/users/@me/settings",
                        Map.of(
                                "friend_source_flags",
                                Map.of("all", false, "mutual_friends", true, "mutual_guilds", true)))
                .expected();
        assertEquals(
                80000, ann.put("/users/@me/relationships/" + bobId, Map.of()).code());
        shared();
        assertEquals(204, ann.put("/users/@me/relationships/" + bobId, Map.of()).status());
    }

    @Test
    void who_closes_a_guild_is_not_written_to_from_it() {
        shared();
        String guild =
                bob.get("/users/@me/guilds").expected().path(0).path("id").asString();
        bob.patch("/users/@me/settings", Map.of("restricted_guilds", List.of(guild)))
                .expected();
        assertEquals(
                50007,
                ann.post("/users/@me/channels", Map.of("recipient_id", bobId)).code());
        assertEquals(
                200,
                bob.post("/users/@me/channels", Map.of("recipient_id", annId)).status());
    }

    @Test
    void who_wants_new_guilds_closed_gets_each_so_and_hears_of_it() {
        bob.patch("/users/@me/settings", Map.of("default_guilds_restricted", true))
                .expected();
        try (var his = GatewayClient.connect(server.gateway())) {
            his.identify(token(bob));
            shared();
            var told = his.event("USER_SETTINGS_UPDATE").path("d");
            assertEquals(1, told.path("restricted_guilds").size());
        }
        assertEquals(
                50007,
                ann.post("/users/@me/channels", Map.of("recipient_id", bobId)).code());
    }

    @Test
    void a_session_hears_of_requests_friends_presence_and_notes() {
        try (var his = GatewayClient.connect(server.gateway())) {
            his.identify(token(bob));
            ann.post("/users/@me/relationships", Map.of("username", "bob"));
            var asked = his.event("RELATIONSHIP_ADD").path("d");
            assertEquals(3, asked.path("type").asInt());
            assertEquals("ann", asked.path("user").path("username").asString());
            bob.put("/users/@me/relationships/" + annId, Map.of());
            assertEquals(1, his.event("RELATIONSHIP_ADD").path("d").path("type").asInt());
            try (var hers = GatewayClient.connect(server.gateway())) {
                var ready = hers.identify(token(ann)).path("d");
                assertEquals(1, ready.path("relationships").size());
                var seen = his.event("PRESENCE_UPDATE").path("d");
                assertEquals(annId, seen.path("user").path("id").asString());
                assertFalse(seen.has("guild_id"));
            }
            bob.put("/users/@me/notes/" + annId, Map.of("note", "plays the lute"));
            assertEquals(
                    "plays the lute",
                    his.event("USER_NOTE_UPDATE").path("d").path("note").asString());
            ann.delete("/users/@me/relationships/" + bobId);
            assertEquals(
                    annId, his.event("RELATIONSHIP_REMOVE").path("d").path("id").asString());
        }
        assertEquals(
                "plays the lute",
                bob.get("/users/@me/notes/" + annId).expected().path("note").asString());
    }

    @Test
    void a_profile_tells_what_two_have_in_common_to_those_who_have_something() {
        assertEquals(50001, ann.get("/users/" + bobId + "/profile").code());
        shared();
        bob.patch("/users/@me", Map.of("bio", "hello")).expected();
        var profile =
                ann.get("/users/" + bobId + "/profile?with_mutual_friends=true").expected();
        assertEquals("hello", profile.path("user_profile").path("bio").asString());
        assertEquals(1, profile.path("mutual_guilds").size());
        assertEquals(0, profile.path("mutual_friends").size());
    }

    @Test
    void the_inbox_holds_what_called_until_it_is_put_away() {
        String channel = shared();
        var called = ann.post("/channels/" + channel + "/messages", Map.of("content", "look <@" + bobId + ">"))
                .expected();
        ann.post("/channels/" + channel + "/messages", Map.of("content", "@everyone listen"))
                .expected();
        ann.post("/channels/" + channel + "/messages", Map.of("content", "nobody"))
                .expected();
        assertEquals(2, bob.get("/users/@me/mentions").expected().size());
        assertEquals(1, bob.get("/users/@me/mentions?everyone=false").expected().size());
        assertEquals(
                204,
                bob.delete("/users/@me/mentions/" + called.path("id").asString())
                        .status());
        assertEquals(1, bob.get("/users/@me/mentions").expected().size());
        assertEquals(0, ann.get("/users/@me/mentions").expected().size());
        assertEquals(2, mentionCount(channel));
        String guild =
                bob.get("/users/@me/guilds").expected().path(0).path("id").asString();
        bob.patch("/users/@me/guilds/" + guild + "/settings", Map.of("suppress_everyone", true))
                .expected();
        assertEquals(0, bob.get("/users/@me/mentions").expected().size());
        assertEquals(1, mentionCount(channel));
        bob.put("/users/@me/relationships/" + annId, Map.of("type", 2));
        assertEquals(0, mentionCount(channel), "whom one blocks does not call");
    }

    @Test
    void notification_settings_are_kept_told_and_taken_back() {
        String channel = shared();
        String guild =
                bob.get("/users/@me/guilds").expected().path(0).path("id").asString();
        try (var his = GatewayClient.connect(server.gateway())) {
            his.identify(token(bob));
            var changed = bob.patch(
                            "/users/@me/guilds/" + guild + "/settings",
                            Map.of(
                                    "muted",
                                    true,
                                    "mute_config",
                                    Map.of("selected_time_window", 3600, "end_time", "2030-01-01T00:00:00Z"),
                                    "channel_overrides",
                                    Map.of(channel, Map.of("message_notifications", 2))))
                    .expected();
            assertTrue(changed.path("muted").asBoolean());
            assertTrue(changed.path("mute_config").path("end_time").asString().startsWith("2030-01-01T00:00"));
            assertEquals(
                    channel,
                    his.event("USER_GUILD_SETTINGS_UPDATE")
                            .path("d")
                            .path("channel_overrides")
                            .path(0)
                            .path("channel_id")
                            .asString());
        }
        assertEquals(1, ready(bob).path("user_guild_settings").path("entries").size());
        assertEquals(
                50035,
                bob.patch("/users/@me/guilds/" + guild + "/settings", Map.of("message_notifications", 9))
                        .code());
        bob.patch(
                        "/users/@me/guilds/" + guild + "/settings",
                        Map.of(
                                "muted",
                                false,
                                "channel_overrides",
                                Map.of(channel, Map.of("message_notifications", 3))))
                .expected();
        assertEquals(0, ready(bob).path("user_guild_settings").path("entries").size());
        bob.patch("/users/@me/guilds/@me/settings", Map.of("muted", true)).expected();
        assertTrue(ready(bob)
                .path("user_guild_settings")
                .path("entries")
                .path(0)
                .path("guild_id")
                .isNull());
    }

    private int mentionCount(String channel) {
        for (var it : ready(bob).path("read_state").path("entries")) {
            if (it.path("id").asString().equals(channel)) {
                return it.path("mention_count").asInt();
            }
        }
        return -1;
    }

    private JsonNode ready(HttpCaller caller) {
        try (var client = GatewayClient.connect(server.gateway())) {
            return client.identify(token(caller)).path("d");
        }
    }

    private static String token(HttpCaller caller) {
        return caller.token();
    }
}
