package chat.parley.moderation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reports through the real server, from the member who files one to the moderator who closes it.
final class ReportsTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");
    private static final HttpCaller EVE = SERVER.caller().register("eve");
    private static final String OWNER_ID = text(OWNER.get("/users/@me").expected(), "id");
    private static final String EVE_ID = text(EVE.get("/users/@me").expected(), "id");

    private final String guild =
            text(OWNER.post("/guilds", Map.of("name", "Fair")).expected(), "id");
    private final String channel = OWNER.get("/guilds/" + guild + "/channels")
            .expected()
            .valueStream()
            .filter(it -> it.path("type").asInt() == 0)
            .map(it -> text(it, "id"))
            .findFirst()
            .orElseThrow();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_message_is_reported_taken_on_and_closed() {
        join();
        String message = say(EVE, "rude");
        String path = "/channels/" + channel + "/messages/" + message + "/report";
        try (var owner = GatewayClient.connect(SERVER.gateway())) {
            owner.identify(token("owner"));
            assertEquals(204, BOB.post(path, Map.of("reason", "This is rude.")).status());
            var filed = owner.event("REPORT_CREATE").path("d");
            assertEquals("rude", text(filed, "content"));
            assertEquals(EVE_ID, text(filed, "user_id"));
            EVE.delete("/channels/" + channel + "/messages/" + message);
            assertEquals(
                    204,
                    BOB.post(queue().replace("reports", "members/") + EVE_ID + "/report", reason())
                            .status());
            assertEquals(2, open().size());
            String report = queue() + "/" + text(filed, "id");
            OWNER.patch(report, Map.of("assignee_id", OWNER_ID)).expected();
            assertEquals(OWNER_ID, text(owner.event("REPORT_UPDATE").path("d"), "assignee_id"));
            var closed = OWNER.patch(report, Map.of("state", "resolved", "outcome", "Warned."))
                    .expected();
            assertEquals("resolved", text(closed, "state"));
            assertEquals(OWNER_ID, text(closed, "closed_by"));
            assertEquals(1, open().size());
            assertEquals(
                    "Warned.",
                    text(
                            OWNER.get(queue() + "?state=closed")
                                    .expected()
                                    .path("reports")
                                    .path(0),
                            "outcome"));
            OWNER.patch(report, Map.of("state", "open")).expected();
            assertEquals(2, open().size());
        }
    }

    @Test
    void whoever_reported_hears_what_came_of_it_but_not_from_whom() {
        join();
        BOB.post("/channels/" + channel + "/messages/" + say(EVE, "rude") + "/report", reason());
        String report = queue() + "/" + text(open().path(0), "id");
        try (var bob = GatewayClient.connect(SERVER.gateway())) {
            bob.identify(token("bob"));
            OWNER.patch(report, Map.of("assignee_id", OWNER_ID)).expected();
            OWNER.patch(report, Map.of("state", "resolved", "outcome", "Warned."))
                    .expected();
            var answer = bob.event("REPORT_ANSWER").path("d");
            assertEquals("resolved", text(answer, "state"));
            assertEquals("Warned.", text(answer, "outcome"));
            assertTrue(answer.path("closed_by").isMissingNode());
            assertTrue(answer.path("assignee_id").isMissingNode());
        }
        var own = BOB.get("/users/@me/reports").expected().path("reports");
        assertEquals("Warned.", text(own.path(0), "outcome"));
        assertEquals(0, EVE.get("/users/@me/reports").expected().path("reports").size());
    }

    @Test
    void who_may_time_somebody_out_deals_with_reports_and_hears_of_them() {
        join();
        String eveId = EVE_ID;
        assertEquals(50013, EVE.get(queue()).code());
        OWNER.patch(
                        "/guilds/" + guild + "/roles/" + guild,
                        Map.of("permissions", Long.toString(1L << 40 | 1 << 10 | 1 << 11 | 1 << 16)))
                .expected();
        try (var eve = GatewayClient.connect(SERVER.gateway())) {
            eve.identify(token("eve"));
            BOB.post("/guilds/" + guild + "/members/" + eveId + "/report", reason());
            assertEquals(eveId, text(eve.event("REPORT_CREATE").path("d"), "user_id"));
        }
        assertEquals(1, EVE.get(queue()).expected().path("reports").size());
    }

    @Test
    void only_moderators_see_the_queue_and_nobody_reports_themselves_or_what_they_cannot_see() {
        String before = say(OWNER, "before");
        assertEquals(
                404,
                BOB.post("/channels/" + channel + "/messages/" + before + "/report", reason())
                        .status());
        join();
        assertEquals(50013, BOB.get(queue()).code());
        assertEquals(50013, BOB.patch(queue() + "/1", Map.of()).code());
        assertEquals(404, OWNER.patch(queue() + "/1", Map.of()).status());
        String own = say(BOB, "mine");
        assertEquals(
                403,
                BOB.post("/channels/" + channel + "/messages/" + own + "/report", reason())
                        .status());
        assertEquals(
                50035,
                BOB.post("/channels/" + channel + "/messages/" + before + "/report", Map.of())
                        .code());
        assertEquals(
                404,
                BOB.post("/guilds/" + guild + "/members/1/report", reason()).status());
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    204,
                    BOB.post("/channels/" + channel + "/messages/" + before + "/report", reason())
                            .status());
        }
        assertEquals(1, open().size());
        var wrong = new HashMap<String, Object>(Map.of("state", "lost"));
        assertEquals(
                50035,
                OWNER.patch(queue() + "/" + text(open().path(0), "id"), wrong).code());
        assertTrue(OWNER.get(queue()).expected().path("users").size() >= 2);
    }

    @Test
    void nobody_fills_the_queue_alone() {
        join();
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    204,
                    BOB.post("/channels/" + channel + "/messages/" + say(EVE, "m" + i) + "/report", reason())
                            .status());
        }
        assertEquals(
                400,
                BOB.post("/channels/" + channel + "/messages/" + say(EVE, "last") + "/report", reason())
                        .status());
    }

    private JsonNode open() {
        return OWNER.get(queue()).expected().path("reports");
    }

    private String queue() {
        return "/guilds/" + guild + "/reports";
    }

    private static Map<String, String> reason() {
        return Map.of("reason", "Look at this.");
    }

    private String say(HttpCaller caller, String content) {
        return text(
                caller.post("/channels/" + channel + "/messages", Map.of("content", content))
                        .expected(),
                "id");
    }

    private void join() {
        var invite =
                text(OWNER.post("/channels/" + channel + "/invites", Map.of()).expected(), "code");
        BOB.post("/invites/" + invite, Map.of()).expected();
        EVE.post("/invites/" + invite, Map.of()).expected();
    }

    private static String token(String name) {
        var body = Map.of("login", name, "password", "correct horse " + name);
        return text(SERVER.caller().post("/auth/login", body).expected(), "token");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
