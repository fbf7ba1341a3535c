package chat.parley.edge.cdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PortraitTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static HttpCaller owner = SERVER.caller();

    @BeforeAll
    static void register() {
        owner = SERVER.caller().register("owner");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static String uri(byte[] bytes) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static HttpResponse<byte[]> read(String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(SERVER.http().resolve(path)).build(), BodyHandlers.ofByteArray());
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void a_person_has_a_picture_until_they_take_it_away() throws Exception {
        var png = Pictures.withChunk(
                Pictures.of("png", 600, 600), "tEXt", "Comment\0secret".getBytes(StandardCharsets.US_ASCII));
        var me = owner.patch("/users/@me", Map.of("avatar", uri(png), "banner", uri(png)))
                .expected();
        String hash = me.path("avatar").asString();
        assertEquals(32, hash.length());
        assertEquals(hash, owner.get("/users/@me").expected().path("banner").asString());
        String path = "/cdn/avatars/" + me.path("id").asString() + "/" + hash;
        var whole = read(path + ".png");
        assertEquals(200, whole.statusCode());
        assertEquals("image/png", whole.headers().firstValue("content-type").orElse(""));
        assertTrue(whole.headers().firstValue("cache-control").orElse("").contains("immutable"));
        assertFalse(new String(whole.body(), StandardCharsets.ISO_8859_1).contains("secret"));
        assertEquals(
                128,
                ImageIO.read(new ByteArrayInputStream(
                                read(path + ".webp?size=128").body()))
                        .getWidth());
        var nothing = new HashMap<String, Object>();
        nothing.put("avatar", null);
        assertTrue(owner.patch("/users/@me", nothing).expected().path("avatar").isNull());
    }

    @Test
    void a_guild_and_a_member_have_pictures() {
        var guild = owner.post("/guilds", Map.of("name", "Pictures", "icon", uri(Pictures.of("png", 64, 64))))
                .expected();
        String id = guild.path("id").asString();
        assertEquals(
                200,
                read("/cdn/icons/" + id + "/" + guild.path("icon").asString() + ".png")
                        .statusCode());
        var changed = owner.patch("/guilds/" + id, Map.of("banner", uri(Pictures.of("png", 32, 32))))
                .expected();
        assertEquals(guild.path("icon"), changed.path("icon"));
        assertEquals(
                200,
                read("/cdn/banners/" + id + "/" + changed.path("banner").asString() + ".png")
                        .statusCode());
        var member = owner.patch("/guilds/" + id + "/members/@me", Map.of("avatar", uri(Pictures.of("gif", 16, 16))))
                .expected();
        String hash = member.path("avatar").asString();
        assertTrue(hash.startsWith("a_"));
        String path =
                "/cdn/guilds/" + id + "/users/" + member.path("user").path("id").asString() + "/avatars/" + hash;
        assertEquals(
                "image/gif",
                read(path + ".gif").headers().firstValue("content-type").orElse(""));
        assertEquals(
                "image/png",
                read(path + ".png").headers().firstValue("content-type").orElse(""));
    }

    private static void assertShown(String folder, JsonNode of, String field) {
        String path = "/cdn/" + folder + "/" + of.path("id").asString() + "/"
                + of.path(field).asString() + ".png";
        var response = read(path);
        assertEquals(200, response.statusCode(), path);
        assertEquals(
                "nosniff",
                response.headers().firstValue("x-content-type-options").orElse(""));
    }

    @Test
    void roles_applications_groups_and_webhooks_have_pictures() {
        String picture = uri(Pictures.of("png", 64, 64));
        String guild = "/guilds/"
                + owner.post("/guilds", Map.of("name", "Pictures"))
                        .expected()
                        .path("id")
                        .asString();
        var role = owner.post(guild + "/roles", Map.of("name", "Drawn", "icon", picture))
                .expected();
        assertShown("role-icons", role, "icon");
        String path = guild + "/roles/" + role.path("id").asString();
        var emoji = owner.patch(path, Map.of("unicode_emoji", "\uD83D\uDD25")).expected();
        assertEquals("\uD83D\uDD25", emoji.path("unicode_emoji").asString());
        assertTrue(emoji.path("icon").isNull(), "one takes the other's place");
        assertEquals(50035, owner.patch(path, Map.of("unicode_emoji", "x")).code());
        assertEquals(
                "Drawn",
                owner.patch(path, Map.of("icon", picture))
                        .expected()
                        .path("name")
                        .asString());
        var application = owner.post("/applications", Map.of("name", "Program")).expected();
        var drawn = owner.patch("/applications/" + application.path("id").asString(), Map.of("icon", picture))
                .expected();
        assertShown("app-icons", drawn, "icon");
        var group = owner.post("/users/@me/channels", Map.of("recipients", List.of()))
                .expected();
        assertShown(
                "channel-icons",
                owner.patch("/channels/" + group.path("id").asString(), Map.of("icon", picture))
                        .expected(),
                "icon");
        for (var it : owner.get(guild + "/channels").expected()) {
            if (it.path("type").asInt() == 0) {
                var hook = owner.post(
                                "/channels/" + it.path("id").asString() + "/webhooks",
                                Map.of("name", "Hook", "avatar", picture))
                        .expected();
                assertShown("avatars", hook, "avatar");
            }
        }
    }

    @Test
    void what_is_no_picture_is_refused() {
        for (String wrong : new String[] {
            "hello",
            "data:image/png;base64,AAAA",
            "data:text/html;base64,PGI+",
            uri("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))
        }) {
            assertEquals(
                    50035, owner.patch("/users/@me", Map.of("avatar", wrong)).code(), wrong);
        }
    }

    @Test
    void addresses_that_are_none_lead_nowhere() {
        for (String path : new String[] {
            "/cdn/",
            "/cdn/avatars/1/2.png",
            "/cdn/avatars/../../files.key",
            "/cdn/avatars/1/..%2f..%2ffiles.key",
            "/cdn/emojis/1.png",
            "/cdn/embed/avatars/6.png",
            "/cdn/icons/1/" + "0".repeat(32) + ".png"
        }) {
            assertEquals(404, read(path).statusCode(), path);
        }
        assertEquals(200, read("/cdn/embed/avatars/3.png").statusCode());
    }
}
