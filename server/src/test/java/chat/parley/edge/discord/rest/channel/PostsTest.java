package chat.parley.edge.discord.rest.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import chat.parley.testing.TestServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Posts with files, and what is put away.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostsTest {
    private final TestServer server = TestServer.start();
    private final HttpCaller owner = server.caller().register("owner");
    private final HttpCaller ann = server.caller().register("ann");
    private final String annId = id(ann.get("/users/@me"));
    private String guild = "";
    private String channel = "";

    @BeforeAll
    void open() {
        guild = id(owner.post("/guilds", Map.of("name", "Posts")));
        channel = id(owner.post("/guilds/" + guild + "/channels", Map.of("name", "room", "type", 0)));
        var invite = owner.post("/channels/" + channel + "/invites", Map.of()).expected();
        ann.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void what_is_in_an_archived_thread_stays_as_it_is_until_it_is_opened() {
        String id = id(owner.post("/channels/" + channel + "/threads", Map.of("name", "Shelf", "type", 11)));
        String message = id(owner.post("/channels/" + id + "/messages", Map.of("content", "keep me")));
        String at = "/channels/" + id + "/messages/" + message;
        owner.patch("/channels/" + id, Map.of("archived", true)).expected();
        assertEquals(50083, owner.patch(at, Map.of("content", "other")).code());
        assertEquals(
                50083, owner.put(at + "/reactions/%F0%9F%91%8D/@me", Map.of()).code());
        assertEquals(
                50083,
                owner.put("/channels/" + id + "/messages/pins/" + message, Map.of())
                        .code());
        assertEquals(
                50083,
                owner.put("/channels/" + id + "/thread-members/" + annId, Map.of())
                        .code());
        owner.patch("/channels/" + id, Map.of("archived", false)).expected();
        owner.patch(at, Map.of("content", "other")).expected();
        owner.put("/channels/" + id + "/messages/pins/" + message, Map.of()).expected();
        assertFalse(owner.get("/channels/" + id)
                .expected()
                .path("last_pin_timestamp")
                .isNull());
        owner.patch("/channels/" + id, Map.of("archived", true)).expected();
        assertEquals(204, owner.delete(at).status());
    }

    @Test
    void private_threads_are_found_by_their_members_and_by_moderators() {
        String all = "/channels/" + channel + "/threads";
        String hers = id(owner.post(all, Map.of("name", "Secret with Ann", "type", 12)));
        owner.put("/channels/" + hers + "/thread-members/" + annId, Map.of()).expected();
        String own = id(owner.post(all, Map.of("name", "Secret alone", "type", 12)));
        String search = all + "/search?name=secret";
        assertEquals(2, owner.get(search).expected().path("total_results").asInt());
        assertEquals(1, ann.get(search).expected().path("total_results").asInt());
        for (var thread : List.of(hers, own)) {
            owner.patch("/channels/" + thread, Map.of("archived", true)).expected();
        }
        var found = ann.get(search + "&archived=true").expected();
        assertEquals(1, found.path("threads").size());
        assertEquals(hers, found.path("threads").path(0).path("id").asString());
        assertEquals(1, found.path("total_results").asInt());
        assertEquals(
                2,
                owner.get(search + "&archived=true").expected().path("threads").size());
    }

    @Test
    void a_post_brings_its_files_and_is_found_with_its_first_message() {
        String forum = id(owner.post("/guilds/" + guild + "/channels", Map.of("name", "gallery", "type", 16)));
        String all = "/channels/" + forum + "/threads";
        var payload = Map.of(
                "name",
                "My cat",
                "message",
                Map.of("content", "look", "attachments", List.of(Map.of("id", 0, "description", "a cat"))));
        var post = owner.upload("POST", all, payload, Map.of("cat.png", Pictures.of("png", 40, 30)))
                .expected();
        var file = post.path("message").path("attachments").path(0);
        assertEquals("a cat", file.path("description").asString());
        assertEquals(40, file.path("width").asInt());
        var url = URI.create(file.path("url").asString());
        assertEquals(
                200, ann.get("/" + url.getRawPath() + "?" + url.getRawQuery()).status());
        String id = post.path("id").asString();
        assertEquals(id, post.path("message").path("id").asString());
        var data = ann.post("/channels/" + forum + "/post-data", Map.of("thread_ids", List.of(id, "1")))
                .expected()
                .path("threads");
        assertEquals(1, data.size());
        assertEquals("look", data.path(id).path("first_message").path("content").asString());
        owner.patch("/channels/" + id, Map.of("archived", true)).expected();
        var found = ann.get(all + "/search?name=CAT&archived=true").expected();
        assertEquals(1, found.path("total_results").asInt());
        assertEquals(id, found.path("first_messages").path(0).path("id").asString());
        assertEquals(
                0,
                ann.get(all + "/search?name=dog")
                        .expected()
                        .path("total_results")
                        .asInt());
        assertEquals(50035, ann.get(all + "/search?limit=26").code());
        assertEquals(50035, ann.get(all + "/search?tag=x").code());
        owner.put("/channels/" + forum + "/permissions/" + guild, Map.of("type", 0, "allow", "0", "deny", "32768"))
                .expected();
        assertEquals(
                50013,
                ann.upload("POST", all, payload, Map.of("cat.png", Pictures.of("png", 40, 30)))
                        .code());
        assertEquals(
                0,
                ann.get(all + "/search?archived=false")
                        .expected()
                        .path("total_results")
                        .asInt());
    }

    private static String id(HttpCaller.Answer answer) {
        return answer.expected().path("id").asString();
    }
}
