package chat.parley.bot.webhook;

import static chat.parley.bot.BotTown.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.json.Json;
import chat.parley.bot.BotTown;
import chat.parley.config.Keys;
import chat.parley.testing.Pictures;
import chat.parley.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What webhooks have besides words: pictures, posts in forums, and a measure.
final class WebhookExtrasTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_webhook_has_a_picture_of_its_own() {
        String picture = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.of("png", 8, 8));
        var hook = TOWN.owner
                .post("/channels/" + TOWN.general + "/webhooks", Map.of("name", "Seen", "avatar", picture))
                .expected();
        String hash = hook.path("avatar").asString();
        assertEquals(32, hash.length());
        var said = SERVER.caller()
                .post(path(hook) + "?wait=true", Map.of("content", "hello"))
                .expected();
        assertEquals(hash, said.path("author").path("avatar").asString());
        assertEquals(
                200,
                SERVER.caller()
                        .get("//cdn/avatars/" + id(hook) + "/" + hash + ".png")
                        .status());
        var without = new HashMap<String, Object>();
        without.put("avatar", null);
        var bare = TOWN.owner.patch("/webhooks/" + id(hook), without).expected();
        assertTrue(bare.path("avatar").isNull());
        assertEquals(
                50_035,
                TOWN.owner
                        .patch("/webhooks/" + id(hook), Map.of("avatar", "data:image/png;base64,AAAA"))
                        .code());
        var member = SERVER.caller().as(TOWN.member("painter"));
        assertEquals(
                50_013,
                member.patch("/webhooks/" + id(hook), Map.of("avatar", picture)).code());
    }

    @Test
    void in_a_forum_it_begins_posts_with_tags() {
        var tags = List.of(Map.of("name", "News"), Map.of("name", "Staff", "moderated", true));
        var forum = TOWN.owner
                .post(
                        "/guilds/" + TOWN.guild + "/channels",
                        Map.of("name", "board", "type", 15, "available_tags", tags))
                .expected();
        String news = id(forum.path("available_tags").path(0));
        String staff = id(forum.path("available_tags").path(1));
        var hook = TOWN.owner
                .post("/channels/" + id(forum) + "/webhooks", Map.of("name", "Herald"))
                .expected();
        var caller = SERVER.caller();
        assertEquals(220_001, caller.post(path(hook), Map.of("content", "x")).code());
        var post = Map.of("content", "Hear!", "thread_name", "A post", "applied_tags", List.of(news));
        var said = caller.post(path(hook) + "?wait=true", post).expected();
        String thread = said.path("channel_id").asString();
        assertEquals(thread, id(said));
        var shown = TOWN.owner.get("/channels/" + thread).expected();
        assertEquals("A post", shown.path("name").asString());
        assertEquals(news, shown.path("applied_tags").path(0).asString());
        caller.post(path(hook) + "?thread_id=" + thread, Map.of("content", "more"))
                .expected();
        assertEquals(
                50_013,
                caller.post(path(hook), Map.of("content", "x", "thread_name", "y", "applied_tags", List.of(staff)))
                        .code());
        assertEquals(
                50_035,
                caller.post(path(hook), Map.of("content", "x", "thread_name", "y", "applied_tags", List.of("1")))
                        .code());
        assertEquals(
                50_006, caller.post(path(hook), Map.of("thread_name", "empty")).code());
        assertEquals(
                220_003,
                caller.post(path(hook("Plain")), Map.of("content", "x", "thread_name", "y"))
                        .code());
    }

    @Test
    void components_are_shown_when_they_are_asked_for() {
        var link = Map.of("type", 2, "style", 5, "label", "Look", "url", "https://example.org/");
        var body = Map.of("content", "x", "components", List.of(Map.of("type", 1, "components", List.of(link))));
        var hook = hook("Layout");
        var plain = SERVER.caller().post(path(hook) + "?wait=true", body).expected();
        assertTrue(plain.path("components").isEmpty());
        var shown = SERVER.caller()
                .post(path(hook) + "?wait=true&with_components=true", body)
                .expected();
        assertFalse(shown.path("components").isEmpty());
    }

    @Test
    void a_token_writes_five_times_in_two_seconds() {
        try (var server = TestServer.start(Map.of(Keys.RATE_LIMITS, "on"))) {
            var town = new BotTown(server);
            var hook = town.owner
                    .post("/channels/" + town.general + "/webhooks", Map.of("name", "Busy"))
                    .expected();
            var first = server.caller().post(path(hook), Map.of("content", "1"));
            assertEquals("5", first.headers().firstValue("X-RateLimit-Limit").orElse(""));
            assertEquals(
                    "4", first.headers().firstValue("X-RateLimit-Remaining").orElse(""));
            for (int i = 0; i < 20; i++) {
                var answer = server.caller().post(path(hook), Map.of("content", "more"));
                if (answer.status() == 429) {
                    assertTrue(answer.json().path("retry_after").asDouble(9) <= 2);
                    return;
                }
            }
            throw new AssertionError("It was never too often.");
        }
    }

    @Test
    void reviews_stars_and_failed_checks_of_github_are_told() {
        var hook = hook("GitHub");
        var repository = Map.of("full_name", "a/b", "html_url", "https://github.com/a/b");
        for (var event : List.of(
                Map.entry(
                        "pull_request_review",
                        Map.of(
                                "repository", repository,
                                "review", Map.of("state", "approved", "html_url", "https://github.com/a/b/pull/1"),
                                "pull_request", Map.of("number", 1, "title", "Better"))),
                Map.entry("star", Map.of("repository", repository, "action", "created")),
                Map.entry(
                        "check_run",
                        Map.of(
                                "repository",
                                repository,
                                "action",
                                "completed",
                                "check_run",
                                Map.of("name", "Tests", "conclusion", "failure"))))) {
            var told = github(path(hook), event.getKey(), event.getValue());
            assertEquals(204, told, event.getKey());
        }
        var titles = TOWN.owner
                .get("/channels/" + TOWN.general + "/messages?limit=3")
                .expected()
                .valueStream()
                .map(it -> it.path("embeds").path(0).path("title").asString(""))
                .toList();
        assertEquals(
                List.of("[a/b] Tests failure", "[a/b] New star", "[a/b] Pull request review approved #1: Better"),
                titles);
    }

    private static int github(String path, String event, Object body) {
        var request = HttpRequest.newBuilder(SERVER.http().resolve("/api/v10" + path + "/github"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", event)
                .POST(BodyPublishers.ofString(Json.text(body)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode hook(String name) {
        return TOWN.owner
                .post("/channels/" + TOWN.general + "/webhooks", Map.of("name", name))
                .expected();
    }

    private static String path(JsonNode hook) {
        return "/webhooks/" + id(hook) + "/" + hook.path("token").asString();
    }
}
