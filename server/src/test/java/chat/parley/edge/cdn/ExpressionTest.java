package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.FormBody;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.TestServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ExpressionTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static HttpCaller owner = SERVER.caller();
    private static HttpCaller member = SERVER.caller();
    private static String guild = "";
    private static String channel = "";

    @BeforeAll
    static void community() {
        owner = SERVER.caller().register("owner");
        guild = owner.post("/guilds", Map.of("name", "Faces"))
                .expected()
                .path("id")
                .asString();
        for (var it : owner.get("/guilds/" + guild + "/channels").expected()) {
            channel = it.path("type").asInt() == 0 ? it.path("id").asString() : channel;
        }
        member = SERVER.caller().register("member");
        String code = owner.post("/channels/" + channel + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        member.post("/invites/" + code, Map.of()).expected();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static Map<String, Object> emoji(String name) {
        String image = Base64.getEncoder().encodeToString(Pictures.of("png", 48, 48));
        return Map.of("name", name, "image", "data:image/png;base64," + image, "roles", List.of());
    }

    private static JsonNode made(String name) {
        return owner.post("/guilds/" + guild + "/emojis", emoji(name)).expected();
    }

    private static int status(String path) {
        try {
            var request = HttpRequest.newBuilder(SERVER.http().resolve(path)).build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void an_emoji_is_made_renamed_used_and_deleted() {
        var party = made("party");
        String id = party.path("id").asString();
        String path = "/guilds/" + guild + "/emojis/" + id;
        assertEquals("owner", party.path("user").path("username").asString());
        assertEquals(200, status("/cdn/emojis/" + id + ".webp?size=48"));
        assertEquals(
                "fest",
                owner.patch(path, Map.of("name", "fest"))
                        .expected()
                        .path("name")
                        .asString());
        var message = owner.post("/channels/" + channel + "/messages", Map.of("content", "<:fest:" + id + ">"))
                .expected();
        String reactions =
                "/channels/" + channel + "/messages/" + message.path("id").asString() + "/reactions/";
        member.put(reactions + "whatever%3A" + id + "/@me", Map.of()).expected();
        owner.put(reactions + "fest%3A" + id + "/@me", Map.of()).expected();
        var seen = owner.get("/channels/" + channel + "/messages?limit=1")
                .expected()
                .path(0)
                .path("reactions");
        assertEquals(1, seen.size());
        assertEquals(2, seen.path(0).path("count").asInt());
        assertEquals(id, seen.path(0).path("emoji").path("id").asString());
        assertEquals("fest", seen.path(0).path("emoji").path("name").asString());
        member.delete(reactions + "fest%3A" + id + "/@me").expected();
        owner.delete(path).expected();
        assertEquals(10014, owner.get(path).code());
        assertEquals(404, status("/cdn/emojis/" + id + ".webp?size=48"));
        assertEquals(
                10014,
                owner.put(reactions + "gone%3A123456789012345678/@me", Map.of()).code());
    }

    @Test
    void a_guild_tells_of_its_emoji_and_keeps_them_over_a_restart_of_its_memory() {
        String id = made("kept").path("id").asString();
        var told = owner.get("/guilds/" + guild).expected().path("emojis");
        boolean found = false;
        for (var it : told) {
            found |= it.path("id").asString().equals(id);
        }
        assertTrue(found);
    }

    @Test
    void who_may_not_change_them_does_not_and_wrong_ones_are_refused() {
        String theirs =
                "/guilds/" + guild + "/emojis/" + made("theirs").path("id").asString();
        assertEquals(50013, member.delete(theirs).code());
        assertEquals(50013, member.patch(theirs, Map.of("name", "mine")).code());
        assertEquals(10004, SERVER.caller().register("stranger").get(theirs).code());
        assertEquals(
                50035,
                owner.post("/guilds/" + guild + "/emojis", emoji("no spaces")).code());
        assertEquals(
                50035,
                owner.post("/guilds/" + guild + "/emojis", Map.of("name", "xx", "image", "data:image/png;base64,AAAA"))
                        .code());
    }

    @Test
    void a_sticker_is_made_sent_and_shown() {
        var form = new FormBody()
                .field("name", "wave")
                .field("description", "hello")
                .field("tags", "wave")
                .file("file", "wave.png", Pictures.of("png", 320, 320));
        var sticker = owner.send("POST", "/guilds/" + guild + "/stickers", form.type(), form.bytes())
                .expected();
        String id = sticker.path("id").asString();
        assertEquals(1, sticker.path("format_type").asInt());
        assertEquals(200, status("/cdn/stickers/" + id + ".png"));
        var message = member.post("/channels/" + channel + "/messages", Map.of("sticker_ids", List.of(id)))
                .expected();
        assertEquals("wave", message.path("sticker_items").path(0).path("name").asString());
        assertEquals(id, member.get("/stickers/" + id).expected().path("id").asString());
        assertEquals(
                50081,
                member.post("/channels/" + channel + "/messages", Map.of("sticker_ids", List.of("123456789012345678")))
                        .code());
        owner.delete("/guilds/" + guild + "/stickers/" + id).expected();
        assertEquals(10060, owner.get("/guilds/" + guild + "/stickers/" + id).code());
    }
}
