package chat.parley.edge.discord.rest.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ThreadsTest {
    private final TestServer server = TestServer.start();
    private final HttpCaller owner = server.caller().register("owner");
    private final HttpCaller ann = server.caller().register("ann");
    private final String annId = ann.get("/users/@me").expected().path("id").asString();
    private String guild = "";
    private String channel = "";

    @BeforeAll
    void open() {
        guild = owner.post("/guilds", Map.of("name", "Threads"))
                .expected()
                .path("id")
                .asString();
        channel = make(Map.of("name", "room", "type", 0)).path("id").asString();
        var invite = owner.post("/channels/" + channel + "/invites", Map.of()).expected();
        ann.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void a_thread_from_a_message_has_its_id_and_the_message_shows_it() {
        String message = say(owner, channel, "let us talk");
        var thread = startFrom(message, "Talk");
        assertEquals(message, thread.path("id").asString());
        assertEquals(11, thread.path("type").asInt());
        assertEquals(channel, thread.path("parent_id").asString());
        assertEquals(1, thread.path("member_count").asInt());
        assertFalse(thread.path("thread_metadata").path("archived").asBoolean());
        var shown = owner.get("/channels/" + channel + "/messages/" + message).expected();
        assertEquals(1 << 5, shown.path("flags").asInt() & (1 << 5));
        assertEquals("Talk", shown.path("thread").path("name").asString());
        var first = owner.get("/channels/" + message + "/messages").expected().get(0);
        assertEquals(21, first.path("type").asInt());
        assertEquals(
                "let us talk", first.path("referenced_message").path("content").asString());
        assertEquals(channel, first.path("message_reference").path("channel_id").asString());
        assertEquals(
                160004,
                owner.post("/channels/" + channel + "/messages/" + message + "/threads", Map.of("name", "x"))
                        .code());
    }

    @Test
    void a_thread_without_a_message_is_told_of_in_its_channel() {
        var thread = start(owner, Map.of("name", "Alone", "type", 11));
        var told = owner.get("/channels/" + channel + "/messages?limit=1")
                .expected()
                .get(0);
        assertEquals(18, told.path("type").asInt());
        assertEquals("Alone", told.path("content").asString());
        assertEquals(
                thread.path("id").asString(),
                told.path("message_reference").path("channel_id").asString());
    }

    @Test
    void writing_opens_an_archived_thread_and_makes_the_writer_a_member() {
        String id = start(owner, Map.of("name", "Old", "type", 11)).path("id").asString();
        owner.patch("/channels/" + id, Map.of("archived", true)).expected();
        assertFalse(active().contains(id));
        assertTrue(ids(owner.get("/channels/" + channel + "/threads/archived/public")
                        .expected()
                        .path("threads"))
                .contains(id));
        say(ann, id, "again");
        var now = ann.get("/channels/" + id).expected();
        assertFalse(now.path("thread_metadata").path("archived").asBoolean());
        assertEquals(2, now.path("member_count").asInt());
        assertEquals(1, now.path("message_count").asInt());
        assertEquals(annId, now.path("member").path("user_id").asString());
        assertTrue(active().contains(id));
    }

    @Test
    void nobody_but_who_manages_threads_writes_in_a_locked_one() {
        String id =
                start(owner, Map.of("name", "Locked", "type", 11)).path("id").asString();
        owner.patch("/channels/" + id, Map.of("archived", true, "locked", true)).expected();
        assertEquals(
                160005,
                ann.post("/channels/" + id + "/messages", Map.of("content", "let me in"))
                        .code());
        say(owner, id, "I may");
    }

    @Test
    void a_private_thread_is_hidden_from_who_was_not_added() {
        String id =
                start(owner, Map.of("name", "Secret", "type", 12)).path("id").asString();
        assertEquals(50001, ann.get("/channels/" + id).code());
        assertEquals(50001, ann.get("/channels/" + id + "/messages").code());
        assertFalse(
                ids(ann.get("/guilds/" + guild + "/threads/active").expected().path("threads"))
                        .contains(id));
        try (var line = listen(ann)) {
            assertEquals(
                    204,
                    owner.put("/channels/" + id + "/thread-members/" + annId, Map.of())
                            .status());
            assertEquals(id, line.event("THREAD_CREATE").path("d").path("id").asString());
            say(ann, id, "thanks");
            assertEquals(
                    204,
                    owner.delete("/channels/" + id + "/thread-members/" + annId).status());
            assertEquals(id, line.event("THREAD_DELETE").path("d").path("id").asString());
        }
        assertEquals(50001, ann.get("/channels/" + id).code());
    }

    @Test
    void members_are_listed_in_pages_with_their_place_in_the_guild() {
        String id = start(owner, Map.of("name", "Crowd", "type", 11)).path("id").asString();
        ann.put("/channels/" + id + "/thread-members/@me", Map.of());
        var first = owner.get("/channels/" + id + "/thread-members?with_member=true&limit=1")
                .expected();
        assertEquals(1, first.size());
        assertTrue(first.get(0).has("member"));
        String after = first.get(0).path("user_id").asString();
        var second = owner.get("/channels/" + id + "/thread-members?with_member=true&after=" + after)
                .expected();
        assertEquals(1, second.size());
        assertEquals(204, ann.delete("/channels/" + id + "/thread-members/@me").status());
        assertEquals(
                404, owner.get("/channels/" + id + "/thread-members/" + annId).status());
    }

    @Test
    void only_the_owner_or_who_manages_threads_changes_one() {
        String id = start(owner, Map.of("name", "Mine", "type", 11)).path("id").asString();
        assertEquals(
                50013, ann.patch("/channels/" + id, Map.of("name", "Yours")).code());
        assertEquals(50013, ann.delete("/channels/" + id).code());
        String own = start(ann, Map.of("name", "Anns", "type", 11)).path("id").asString();
        assertEquals(
                "Renamed",
                ann.patch("/channels/" + own, Map.of("name", "Renamed"))
                        .expected()
                        .path("name")
                        .asString());
        assertEquals(
                50013, ann.patch("/channels/" + own, Map.of("locked", true)).code());
        try (var line = listen(ann)) {
            owner.delete("/channels/" + own).expected();
            assertEquals(own, line.event("THREAD_DELETE").path("d").path("id").asString());
        }
        assertEquals(404, ann.get("/channels/" + own).status());
    }

    @Test
    void a_post_of_a_forum_comes_with_its_message_and_tags() {
        var forum = make(Map.of(
                "name",
                "questions",
                "type",
                15,
                "available_tags",
                List.of(Map.of("name", "Bug"), Map.of("name", "Staff", "moderated", true)),
                "flags",
                16));
        String id = forum.path("id").asString();
        assertEquals(2, forum.path("available_tags").size());
        assertEquals(16, forum.path("flags").asInt());
        String bug = forum.path("available_tags").get(0).path("id").asString();
        String staff = forum.path("available_tags").get(1).path("id").asString();
        var body = Map.of("name", "It broke", "message", Map.of("content", "Help"), "applied_tags", List.of(bug));
        var post = ann.post("/channels/" + id + "/threads", body).expected();
        assertEquals(post.path("id").asString(), post.path("message").path("id").asString());
        assertEquals(bug, post.path("applied_tags").get(0).asString());
        assertEquals(
                "Help",
                ann.get("/channels/" + post.path("id").asString() + "/messages")
                        .expected()
                        .get(0)
                        .path("content")
                        .asString());
        assertEquals(
                40067,
                ann.post("/channels/" + id + "/threads", Map.of("name", "x", "message", Map.of("content", "y")))
                        .code());
        var moderated = Map.of("name", "x", "message", Map.of("content", "y"), "applied_tags", List.of(staff));
        assertEquals(50013, ann.post("/channels/" + id + "/threads", moderated).code());
        assertEquals(
                50008,
                ann.post("/channels/" + id + "/messages", Map.of("content", "no"))
                        .code());
    }

    @Test
    void bad_input_is_refused_with_the_field_named() {
        var wrong = owner.post("/channels/" + channel + "/threads", Map.of("name", "", "auto_archive_duration", 61));
        assertEquals(50035, wrong.code());
        assertTrue(wrong.json().path("errors").has("name"));
        assertTrue(wrong.json().path("errors").has("auto_archive_duration"));
        assertEquals(
                50035,
                owner.get("/channels/" + channel + "/threads/archived/public?before=yesterday")
                        .code());
        assertEquals(
                50024,
                owner.put(
                                "/channels/"
                                        + start(owner, Map.of("name", "t", "type", 11))
                                                .path("id")
                                                .asString() + "/permissions/" + annId,
                                Map.of("type", 1))
                        .code());
    }

    @Test
    void a_poll_counts_votes_and_tells_its_result_when_it_ends() {
        var poll = Map.of(
                "question", Map.of("text", "Tea?"),
                "answers", List.of(answer("Yes"), answer("No")),
                "duration", 1);
        var message = owner.post("/channels/" + channel + "/messages", Map.of("poll", poll))
                .expected();
        String id = message.path("id").asString();
        String at = "/channels/" + channel + "/polls/" + id;
        assertFalse(message.path("poll").path("results").path("is_finalized").asBoolean());
        try (var line = listen(owner)) {
            assertEquals(
                    204,
                    ann.put(at + "/answers/@me", Map.of("answer_ids", List.of("1")))
                            .status());
            assertEquals(
                    1,
                    line.event("MESSAGE_POLL_VOTE_ADD")
                            .path("d")
                            .path("answer_id")
                            .asInt());
            assertEquals(
                    204,
                    ann.put(at + "/answers/@me", Map.of("answer_ids", List.of("2")))
                            .status());
            assertEquals(
                    1,
                    line.event("MESSAGE_POLL_VOTE_REMOVE")
                            .path("d")
                            .path("answer_id")
                            .asInt());
        }
        assertEquals(
                annId,
                owner.get(at + "/answers/2")
                        .expected()
                        .path("users")
                        .get(0)
                        .path("id")
                        .asString());
        assertEquals(
                50035,
                ann.put(at + "/answers/@me", Map.of("answer_ids", List.of("1", "2")))
                        .code());
        assertEquals(50005, ann.post(at + "/expire", Map.of()).code());
        try (var line = listen(ann)) {
            var ended = owner.post(at + "/expire", Map.of()).expected();
            assertTrue(ended.path("poll").path("results").path("is_finalized").asBoolean());
            JsonNode told = line.event("MESSAGE_CREATE").path("d");
            assertEquals(46, told.path("type").asInt());
            assertEquals("poll_result", told.path("embeds").get(0).path("type").asString());
        }
        assertEquals(
                520001,
                ann.put(at + "/answers/@me", Map.of("answer_ids", List.of("1"))).code());
    }

    @Test
    void what_is_published_appears_in_the_channels_that_follow() {
        String news = make(Map.of("name", "news", "type", 5)).path("id").asString();
        String reader = make(Map.of("name", "reader", "type", 0)).path("id").asString();
        String followers = "/channels/" + news + "/followers";
        var followed =
                owner.post(followers, Map.of("webhook_channel_id", reader)).expected();
        assertEquals(
                50013, ann.post(followers, Map.of("webhook_channel_id", reader)).code());
        String message = say(owner, news, "We have opened");
        try (var line = listen(ann)) {
            String at = "/channels/" + news + "/messages/" + message;
            owner.post(at + "/crosspost", Map.of()).expected();
            var copy = line.event("MESSAGE_CREATE").path("d");
            assertEquals("We have opened", copy.path("content").asString());
            assertEquals(2, copy.path("flags").asInt() & 2);
            assertEquals(
                    message, copy.path("message_reference").path("message_id").asString());
            assertEquals(
                    followed.path("webhook_id").asString(),
                    copy.path("webhook_id").asString());
            owner.patch(at, Map.of("content", "We are open")).expected();
            line.event("MESSAGE_UPDATE");
            owner.delete(at);
            String copied = copy.path("id").asString();
            var deleted = line.event("MESSAGE_DELETE").path("d");
            while (!deleted.path("id").asString().equals(copied)) {
                deleted = line.event("MESSAGE_DELETE").path("d");
            }
            assertEquals(
                    409,
                    owner.post("/channels/" + news + "/messages/" + published(news) + "/crosspost", Map.of())
                            .status());
        }
    }

    private String published(String news) {
        String other = say(owner, news, "once");
        owner.post("/channels/" + news + "/messages/" + other + "/crosspost", Map.of())
                .expected();
        return other;
    }

    @Test
    void a_forward_shows_what_the_message_said() {
        String message = say(owner, channel, "look at this");
        String there = make(Map.of("name", "elsewhere", "type", 0)).path("id").asString();
        var reference = Map.of("type", 1, "channel_id", channel, "message_id", message);
        var forward = ann.post("/channels/" + there + "/messages", Map.of("message_reference", reference))
                .expected();
        assertEquals(1 << 14, forward.path("flags").asInt() & (1 << 14));
        assertEquals(1, forward.path("message_reference").path("type").asInt());
        var shown = forward.path("message_snapshots").get(0).path("message");
        assertEquals("look at this", shown.path("content").asString());
        String secret =
                start(owner, Map.of("name", "hidden", "type", 12)).path("id").asString();
        var hidden = Map.of("type", 1, "channel_id", secret, "message_id", say(owner, secret, "secret"));
        assertEquals(
                50001,
                ann.post("/channels/" + there + "/messages", Map.of("message_reference", hidden))
                        .code());
    }

    private static Map<String, Object> answer(String text) {
        return Map.of("poll_media", Map.of("text", text));
    }

    private GatewayClient listen(HttpCaller who) {
        var line = GatewayClient.connect(server.gateway());
        line.identify(who.token());
        return line;
    }

    private JsonNode make(Map<String, ?> draft) {
        return owner.post("/guilds/" + guild + "/channels", draft).expected();
    }

    private JsonNode start(HttpCaller who, Map<String, ?> draft) {
        return who.post("/channels/" + channel + "/threads", draft).expected();
    }

    private JsonNode startFrom(String message, String name) {
        return owner.post("/channels/" + channel + "/messages/" + message + "/threads", Map.of("name", name))
                .expected();
    }

    private static String say(HttpCaller who, String where, String text) {
        return who.post("/channels/" + where + "/messages", Map.of("content", text))
                .expected()
                .path("id")
                .asString();
    }

    private Set<String> active() {
        return ids(owner.get("/guilds/" + guild + "/threads/active").expected().path("threads"));
    }

    private static Set<String> ids(JsonNode list) {
        var ids = new TreeSet<String>();
        list.forEach(it -> ids.add(it.path("id").asString()));
        return ids;
    }
}
