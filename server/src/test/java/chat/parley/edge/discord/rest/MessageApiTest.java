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
import tools.jackson.databind.JsonNode;

/// Messages through the real server, with bodies as Discord's libraries send them.
final class MessageApiTest {
    private static final List<String> REQUIRED = List.of(
            "id",
            "channel_id",
            "author",
            "content",
            "timestamp",
            "edited_timestamp",
            "tts",
            "mention_everyone",
            "mentions",
            "mention_roles",
            "attachments",
            "embeds",
            "components",
            "pinned",
            "type",
            "flags");
    private static final String FIRE = "%F0%9F%94%A5";

    private static TestServer server;
    private static HttpCaller owner;
    private static HttpCaller friend;
    private static String room;

    @BeforeAll
    static void open() {
        server = TestServer.start();
        owner = server.caller().register("owner");
        friend = server.caller().register("friend");
        var guild = owner.post("/guilds", Map.of("name", "Test")).expected();
        String id = guild.path("id").asString();
        room = owner.post("/guilds/" + id + "/channels", Map.of("name", "room", "type", 0))
                .expected()
                .path("id")
                .asString();
        var invite = owner.post("/channels/" + room + "/invites", Map.of()).expected();
        friend.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void a_message_as_jda_sends_it_has_every_required_field_and_its_nonce() {
        String body = """
                {"content":"hi","embeds":[],"poll":null,"components":[],"enforce_nonce":true,"nonce":"%s","tts":false,
                 "allowed_mentions":{"parse":["users","roles","everyone"],"replied_user":true},"attachments":[]}""";
        var sent = friend.send("POST", messages(), body.formatted("12345678901234567890"));
        var message = sent.expected();
        for (String field : REQUIRED) {
            assertTrue(message.has(field), field);
        }
        assertTrue(message.path("edited_timestamp").isNull());
        assertFalse(message.has("reactions"));
        assertFalse(message.has("message_reference"));
        assertFalse(message.has("referenced_message"));
        assertFalse(message.has("guild_id"));
        assertEquals("12345678901234567890", message.path("nonce").asString());
        assertTrue(message.path("timestamp").asString().endsWith("+00:00"));
        var again = friend.send("POST", messages(), body.formatted("12345678901234567890"));
        assertEquals(message, again.expected());
        var number = friend.send("POST", messages(), "{\"content\":\"n\",\"nonce\":123}");
        assertEquals("123", number.expected().path("nonce").asString());
        assertFalse(owner.get(one(message)).expected().has("nonce"));
    }

    @Test
    void a_reply_carries_what_it_answers_or_null_when_that_is_gone() {
        var question = post(owner, "question");
        var reference = Map.of("message_id", question.path("id").asString(), "channel_id", room);
        var reply = friend.post(messages(), Map.of("content", "answer", "message_reference", reference))
                .expected();
        assertEquals(19, reply.path("type").asInt());
        assertEquals(
                "question", reply.path("referenced_message").path("content").asString());
        assertEquals(room, reply.path("message_reference").path("channel_id").asString());
        assertEquals("owner", reply.path("mentions").path(0).path("username").asString());
        assertEquals(204, owner.delete(one(question)).status());
        var later = friend.get(one(reply)).expected();
        assertTrue(later.has("referenced_message"));
        assertTrue(later.path("referenced_message").isNull());
        assertEquals(
                50_035,
                friend.post(messages(), Map.of("content", "x", "message_reference", reference))
                        .code());
    }

    @Test
    void refusals_have_discords_codes() {
        var message = post(owner, "mine");
        assertEquals(50_006, friend.post(messages(), Map.of("content", " ")).code());
        assertEquals(50_006, friend.post(messages(), Map.of()).code());
        assertEquals(
                50_035,
                friend.post(messages(), Map.of("content", "x".repeat(4_001))).code());
        assertEquals(
                50_035,
                friend.post(messages(), Map.of("content", "x", "nonce", "x".repeat(26)))
                        .code());
        assertEquals(50_005, friend.patch(one(message), Map.of("content", "x")).code());
        assertEquals(50_013, friend.delete(one(message)).code());
        assertEquals(10_008, friend.get(messages() + "/1").code());
        assertEquals(10_003, friend.get("/channels/1/messages").code());
        assertEquals(
                10_014,
                friend.put(one(message) + "/reactions/party%3A123/@me", Map.of())
                        .code());
        assertEquals(
                50_013,
                friend.post(messages() + "/bulk-delete", Map.of("messages", List.of("1", "2")))
                        .code());
        assertEquals(
                50_034,
                owner.post(messages() + "/bulk-delete", Map.of("messages", List.of("1", "2")))
                        .code());
        assertEquals(
                50_016,
                owner.post(messages() + "/bulk-delete", Map.of("messages", List.of("1")))
                        .code());
        assertEquals(50_035, friend.get(messages() + "?limit=101").code());
        assertEquals(401, server.caller().get(messages()).status());
    }

    @Test
    void history_is_read_in_pages_newest_first() {
        var a = post(owner, "a");
        var b = post(friend, "b");
        var c = post(owner, "c");
        assertEquals(
                List.of("c", "b"), contents(friend.get(messages() + "?limit=2").expected()));
        assertEquals(
                List.of("a"),
                contents(friend.get(
                                messages() + "?limit=1&before=" + b.path("id").asString())
                        .expected()));
        assertEquals(
                List.of("c", "b"),
                contents(friend.get(messages() + "?after=" + a.path("id").asString())
                        .expected()));
        assertEquals(
                List.of("c", "b", "a"),
                contents(friend.get(
                                messages() + "?limit=3&around=" + b.path("id").asString())
                        .expected()));
        assertEquals(c, friend.get(one(c)).expected());
        assertEquals(50_035, friend.get(messages() + "?before=x").code());
    }

    @Test
    void reactions_say_whether_they_are_mine() {
        var message = post(owner, "react");
        String fire = one(message) + "/reactions/" + FIRE;
        assertEquals(204, friend.put(fire + "/%40me", Map.of()).status());
        var mine = friend.get(one(message)).expected().path("reactions").path(0);
        assertTrue(mine.path("me").asBoolean());
        assertEquals(1, mine.path("count").asInt());
        assertEquals(1, mine.path("count_details").path("normal").asInt());
        assertTrue(mine.path("emoji").path("id").isNull());
        assertTrue(mine.path("burst_colors").isArray());
        assertFalse(owner.get(one(message))
                .expected()
                .path("reactions")
                .path(0)
                .path("me")
                .asBoolean());
        assertEquals(
                "friend", owner.get(fire).expected().path(0).path("username").asString());
        assertEquals(204, owner.delete(one(message) + "/reactions").status());
        assertFalse(owner.get(one(message)).expected().has("reactions"));
    }

    @Test
    void pins_are_served_in_the_new_and_the_old_form() {
        var message = post(owner, "pin");
        String id = message.path("id").asString();
        assertEquals(204, owner.put(messages() + "/pins/" + id, Map.of()).status());
        var page = friend.get(messages() + "/pins").expected();
        assertFalse(page.path("has_more").asBoolean());
        assertEquals(id, page.path("items").path(0).path("message").path("id").asString());
        String at = page.path("items").path(0).path("pinned_at").asString();
        assertEquals(
                0,
                friend.get(messages() + "/pins?before=" + at.replace("+", "%2B"))
                        .expected()
                        .path("items")
                        .size());
        assertEquals(
                id,
                friend.get("/channels/" + room + "/pins")
                        .expected()
                        .path(0)
                        .path("id")
                        .asString());
        assertEquals(204, owner.delete("/channels/" + room + "/pins/" + id).status());
        assertEquals(0, friend.get("/channels/" + room + "/pins").expected().size());
    }

    @Test
    void acks_and_typing_are_answered_as_the_contract_says() {
        var message = post(owner, "read me");
        var ack = friend.post(one(message) + "/ack", Map.of("manual", false)).expected();
        assertTrue(ack.has("token") && ack.path("token").isNull());
        var state = Map.of("channel_id", room, "message_id", message.path("id").asString());
        assertEquals(
                204,
                friend.post("/read-states/ack-bulk", Map.of("read_states", List.of(state)))
                        .status());
        assertEquals(204, friend.post("/channels/" + room + "/typing", Map.of()).status());
    }

    private static JsonNode post(HttpCaller caller, String text) {
        return caller.post(messages(), Map.of("content", text)).expected();
    }

    private static String messages() {
        return "/channels/" + room + "/messages";
    }

    private static String one(JsonNode message) {
        return messages() + "/" + message.path("id").asString();
    }

    private static List<String> contents(JsonNode page) {
        return page.valueStream().map(it -> it.path("content").asString()).toList();
    }
}
