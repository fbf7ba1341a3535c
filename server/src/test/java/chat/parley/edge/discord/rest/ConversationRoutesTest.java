package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Conversations over HTTP, as Discord's clients and bots ask for them.
class ConversationRoutesTest {
    private static TestServer server;
    private static HttpCaller ann;
    private static HttpCaller bob;
    private static HttpCaller cat;
    private static HttpCaller stranger;
    private static String guild;

    @BeforeAll
    static void people_in_one_community_and_a_stranger() {
        server = TestServer.start();
        ann = server.caller().register("ann");
        bob = server.caller().register("bob");
        cat = server.caller().register("cat");
        stranger = server.caller().register("stranger");
        guild = ann.post("/guilds", Map.of("name", "Home"))
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
        cat.post("/invites/" + code, Map.of()).expected();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String id(HttpCaller caller) {
        return caller.get("/users/@me").expected().path("id").asString();
    }

    private static String open(HttpCaller by, HttpCaller with) {
        return by.post("/users/@me/channels", Map.of("recipient_id", id(with)))
                .expected()
                .path("id")
                .asString();
    }

    private static String group(HttpCaller by, HttpCaller... others) {
        var ids = List.of(others).stream().map(ConversationRoutesTest::id).toList();
        return by.post("/users/@me/channels", Map.of("recipients", ids))
                .expected()
                .path("id")
                .asString();
    }

    @Test
    void two_people_have_one_conversation_whoever_opens_it() {
        assertEquals(open(ann, bob), open(bob, ann));
        var shape = ann.get("/channels/" + open(ann, bob)).expected();
        assertEquals(1, shape.path("type").asInt());
        assertEquals("bob", shape.path("recipients").path(0).path("username").asString());
        assertFalse(shape.has("guild_id"));
        assertFalse(shape.has("permission_overwrites"));
    }

    @Test
    void messages_reactions_pins_and_typing_work_as_anywhere() {
        String channel = "/channels/" + open(ann, bob);
        var posted = ann.post(channel + "/messages", Map.of("content", "hello")).expected();
        String message = channel + "/messages/" + posted.path("id").asString();
        assertEquals(
                204, bob.put(message + "/reactions/%F0%9F%91%8D/@me", Map.of()).status());
        assertEquals(
                204,
                bob.put(channel + "/messages/pins/" + posted.path("id").asString(), Map.of())
                        .status());
        assertEquals(204, bob.post(channel + "/typing", Map.of()).status());
        assertEquals("hello", bob.get(message).expected().path("content").asString());
        assertEquals(403, bob.delete(message).status(), "nobody deletes what another wrote");
        assertEquals(204, ann.delete(message).status());
    }

    @Test
    void nobody_else_finds_it_and_no_route_of_guilds_shows_it() {
        String talk = open(ann, bob);
        ann.post("/channels/" + talk + "/messages", Map.of("content", "psst")).expected();
        for (var outsider : List.of(cat, stranger)) {
            assertEquals(10003, outsider.get("/channels/" + talk).code());
            assertEquals(10003, outsider.get("/channels/" + talk + "/messages").code());
            assertEquals(
                    10003,
                    outsider.post("/channels/" + talk + "/messages", Map.of("content", "x"))
                            .code());
        }
        for (var path : List.of("", "/channels", "/members", "/roles", "/invites", "/bans")) {
            assertEquals(10004, ann.get("/guilds/" + talk + path).code(), path);
        }
        assertEquals(10004, ann.patch("/guilds/" + talk, Map.of("name", "Mine")).code());
        assertEquals(404, ann.delete("/guilds/" + talk).status());
        assertEquals(404, ann.delete("/users/@me/guilds/" + talk).status());
        assertEquals(1, ann.get("/users/@me/guilds").expected().size());
        assertEquals(403, ann.post("/channels/" + talk + "/invites", Map.of()).status());
        assertEquals(
                403,
                ann.put("/channels/" + talk + "/permissions/" + talk, Map.of("type", 0, "allow", "8"))
                        .status());
    }

    @Test
    void who_shares_nothing_is_not_reached() {
        assertEquals(
                50007,
                stranger.post("/users/@me/channels", Map.of("recipient_id", id(ann)))
                        .code());
        assertEquals(
                10013,
                ann.post("/users/@me/channels", Map.of("recipient_id", "42")).code());
        assertEquals(
                50033,
                ann.post("/users/@me/channels", Map.of("recipient_id", id(ann))).code());
        assertEquals(50035, ann.post("/users/@me/channels", Map.of()).code());
        assertEquals(
                50007,
                ann.post("/users/@me/channels", Map.of("recipients", List.of(id(bob), id(stranger))))
                        .code());
    }

    @Test
    void closing_hides_it_until_the_next_message() {
        String talk = open(bob, cat);
        assertTrue(listed(bob, talk));
        assertFalse(listed(cat, talk), "nobody has written yet");
        bob.post("/channels/" + talk + "/messages", Map.of("content", "hi")).expected();
        assertTrue(listed(cat, talk));
        cat.delete("/channels/" + talk).expected();
        assertFalse(listed(cat, talk));
        bob.post("/channels/" + talk + "/messages", Map.of("content", "still there?"))
                .expected();
        assertTrue(listed(cat, talk));
    }

    @Test
    void a_group_is_named_grows_shrinks_and_passes_on() {
        String group = group(ann, bob);
        // One recipient is a conversation of two; a group begins with two others.
        assertEquals(1, ann.get("/channels/" + group).expected().path("type").asInt());
        String real = group(ann, bob, cat);
        var shape = ann.get("/channels/" + real).expected();
        assertEquals(3, shape.path("type").asInt());
        assertEquals(id(ann), shape.path("owner_id").asString());
        assertTrue(shape.path("name").isNull());
        assertEquals(
                "Trip",
                bob.patch("/channels/" + real, Map.of("name", "Trip"))
                        .expected()
                        .path("name")
                        .asString());
        assertEquals(
                403, bob.delete("/channels/" + real + "/recipients/" + id(cat)).status());
        assertEquals(
                204, ann.delete("/channels/" + real + "/recipients/" + id(cat)).status());
        assertEquals(10003, cat.get("/channels/" + real).code());
        assertEquals(
                204,
                bob.put("/channels/" + real + "/recipients/" + id(cat), Map.of())
                        .status());
        assertEquals(
                2, bob.get("/channels/" + real).expected().path("recipients").size());
        ann.delete("/channels/" + real).expected();
        assertEquals(
                id(bob),
                bob.get("/channels/" + real).expected().path("owner_id").asString());
        bob.delete("/channels/" + real).expected();
        cat.delete("/channels/" + real).expected();
        assertEquals(10003, cat.get("/channels/" + real).code());
    }

    @Test
    void a_group_says_who_came_and_what_it_is_called() throws InterruptedException {
        String group = group(ann, bob, cat);
        ann.patch("/channels/" + group, Map.of("name", "Walk")).expected();
        ann.delete("/channels/" + group + "/recipients/" + id(cat));
        ann.put("/channels/" + group + "/recipients/" + id(cat), Map.of());
        var kinds = kinds(group);
        for (int i = 0; i < 100 && kinds.size() < 3; i++) {
            Thread.sleep(20);
            kinds = kinds(group);
        }
        assertEquals(List.of(1, 2, 4), kinds);
    }

    @Test
    void a_conversation_of_two_keeps_its_people() {
        String talk = open(ann, cat);
        assertEquals(
                50024,
                ann.put("/channels/" + talk + "/recipients/" + id(bob), Map.of())
                        .code());
        assertEquals(
                50024,
                ann.delete("/channels/" + talk + "/recipients/" + id(cat)).code());
        assertEquals(50024, ann.patch("/channels/" + talk, Map.of("name", "x")).code());
    }

    private static List<Integer> kinds(String group) {
        return ann.get("/channels/" + group + "/messages").expected().values().stream()
                .map(it -> it.path("type").asInt())
                .toList();
    }

    private static boolean listed(HttpCaller caller, String channel) {
        return caller.get("/users/@me/channels").expected().values().stream()
                .anyMatch(it -> it.path("id").asString().equals(channel));
    }
}
