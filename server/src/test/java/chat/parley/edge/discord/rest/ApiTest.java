package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.RateLimits;
import chat.parley.base.limit.RateRule;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.rest.api.Api;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.EventLoops;
import chat.parley.edge.http.HttpOptions;
import chat.parley.edge.http.HttpServer;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.edge.http.Route;
import chat.parley.edge.http.Route.Access;
import chat.parley.edge.http.Wire;
import chat.parley.testing.MovingClock;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final EventLoops LOOPS = EventLoops.open();
    private static final String ANN = "Authorization: ann";
    private static final String BOT = "Authorization: Bot bob";

    private final MovingClock clock = new MovingClock();
    private int port;

    @BeforeEach
    void start() {
        var table = List.of(
                route(HttpMethod.GET, "/open", Access.PUBLIC),
                route(HttpMethod.GET, "/users/@me", Access.CALLER),
                route(HttpMethod.PATCH, "/users/@me", Access.PERSON),
                route(HttpMethod.GET, "/users/{user}", Access.CALLER),
                route(HttpMethod.PUT, "/channels/{channel}/reactions/{emoji}", Access.CALLER)
                        .limitedBy(RateRule.REACT),
                route(HttpMethod.POST, "/webhooks/{webhook}/{token}", Access.PUBLIC)
                        .limitedBy(RateRule.HOOK),
                route(HttpMethod.POST, "/channels/{channel}/messages", Access.CALLER)
                        .limitedBy(RateRule.SEND),
                route(HttpMethod.POST, "/auth/login", Access.PUBLIC).limitedBy(RateRule.SIGN_IN),
                Route.of(HttpMethod.POST, "/read", Access.PUBLIC, ApiTest::read));
        var limits = new RateLimits(clock, RateLimits.Settings.standard());
        var api = new Api(table, ApiTest::known, limits);
        var server =
                new HttpServer(HttpOptions.of("127.0.0.1", 0, List.of(), List.of()), LOOPS, List.of(api), Map.of());
        port = server.start();
    }

    @AfterAll
    static void stop() {
        LOOPS.close();
    }

    @Test
    void every_prefix_leads_to_the_same() throws IOException {
        for (String prefix : List.of("/api/v10", "/api/v9", "/api")) {
            assertEquals(200, Wire.get(port, prefix + "/open").status());
        }
        assertEquals(404, Wire.get(port, "/api/v8/open").status());
        assertEquals(404, Wire.get(port, "/apis/open").status());
    }

    @Test
    void an_unknown_route_and_a_wrong_method_are_told_apart() throws IOException {
        var unknown = Wire.get(port, "/api/nothing");
        assertEquals(404, unknown.status());
        assertEquals("{\"message\":\"404: Not Found\",\"code\":0}", unknown.text());
        var wrong = Wire.post(port, "/api/users/@me", "{}", ANN);
        assertEquals(405, wrong.status());
        assertEquals("{\"message\":\"405: Method Not Allowed\",\"code\":0}", wrong.text());
        assertEquals("GET, PATCH", wrong.header("allow"));
        assertEquals(
                404,
                Wire.get(port, "/api/users/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17")
                        .status());
    }

    @Test
    void without_a_token_there_is_nothing_but_what_is_public() throws IOException {
        var nobody = Wire.get(port, "/api/users/@me");
        assertEquals(401, nobody.status());
        assertEquals("{\"message\":\"401: Unauthorized\",\"code\":0}", nobody.text());
        assertEquals(
                401, Wire.get(port, "/api/users/@me", "Authorization: forged").status());
        assertEquals(200, Wire.get(port, "/api/users/@me", ANN).status());
        assertEquals(200, Wire.get(port, "/api/open", "Authorization: forged").status());
    }

    @Test
    void what_is_for_people_is_not_for_bots() throws IOException {
        var answer = Wire.call("PATCH", port, "/api/users/@me", new byte[0], BOT);
        assertEquals(403, answer.status());
        assertTrue(answer.text().contains("20001"));
        assertEquals(200, Wire.get(port, "/api/users/@me", BOT).status());
    }

    @Test
    void names_in_a_path_are_decoded_one_by_one() throws IOException {
        var answer = Wire.call("PUT", port, "/api/channels/1/reactions/%F0%9F%91%8D%2F+", new byte[0], ANN);
        assertEquals("{\"channel\":\"1\",\"emoji\":\"👍/+\"}", answer.text());
        for (String broken : List.of("%", "%4", "%zz", "%00", "%ff", "%c0%af", "ü")) {
            var refused = Wire.call("PUT", port, "/api/channels/1/reactions/" + broken, new byte[0], ANN);
            assertEquals(400, refused.status(), broken);
        }
    }

    @Test
    void the_eleventh_message_is_refused_with_all_that_clients_need() throws IOException {
        for (int left = 9; left >= 0; left--) {
            var sent = Wire.post(port, "/api/channels/7/messages", "{}", ANN);
            assertEquals(200, sent.status());
            assertEquals(String.valueOf(left), sent.header("x-ratelimit-remaining"));
        }
        var refused = Wire.post(port, "/api/channels/7/messages", "{}", ANN);
        assertEquals(429, refused.status());
        assertEquals(
                "{\"message\":\"You are being rate limited.\",\"code\":0,\"retry_after\":1.0,\"global\":false}",
                refused.text());
        assertEquals("1", refused.header("retry-after"));
        assertEquals("1.1 parley", refused.header("via"));
        assertEquals("10", refused.header("x-ratelimit-limit"));
        assertEquals("0", refused.header("x-ratelimit-remaining"));
        assertEquals("1.000", refused.header("x-ratelimit-reset-after"));
        assertEquals(clock.millis() / 1_000 + 1 + ".000", refused.header("x-ratelimit-reset"));
        assertEquals(8, refused.header("x-ratelimit-bucket").length(), refused.header("x-ratelimit-bucket"));
        assertEquals("user", refused.header("x-ratelimit-scope"));
        assertEquals("", refused.header("x-ratelimit-global"));
        assertEquals(200, Wire.post(port, "/api/channels/8/messages", "{}", ANN).status());
    }

    @Test
    void a_route_with_a_limit_tells_of_it_and_a_webhook_has_its_own() throws IOException {
        var reacted = Wire.call("PUT", port, "/api/channels/1/reactions/x", new byte[0], ANN);
        assertEquals("9", reacted.header("x-ratelimit-remaining"));
        assertEquals("0.250", reacted.header("x-ratelimit-reset-after"));
        var first = Wire.post(port, "/api/webhooks/1/secret", "{}");
        assertEquals("4", first.header("x-ratelimit-remaining"));
        var same = Wire.post(port, "/api/webhooks/1/secret", "{}");
        assertEquals("3", same.header("x-ratelimit-remaining"));
        assertEquals(first.header("x-ratelimit-bucket"), same.header("x-ratelimit-bucket"));
        var other = Wire.post(port, "/api/webhooks/1/other", "{}");
        assertEquals("4", other.header("x-ratelimit-remaining"));
    }

    @Test
    void guessing_a_password_is_slow() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertEquals(200, Wire.post(port, "/api/auth/login", "{}").status());
        }
        assertEquals(429, Wire.post(port, "/api/auth/login", "{}").status());
        assertEquals(200, Wire.get(port, "/api/open").status());
    }

    @Test
    void a_flood_is_stopped_and_said_to_be_global() throws IOException {
        for (int i = 0; i < 50; i++) {
            assertEquals(200, Wire.get(port, "/api/users/@me", ANN).status());
        }
        var refused = Wire.get(port, "/api/users/@me", ANN);
        assertEquals(429, refused.status());
        assertEquals("true", refused.header("x-ratelimit-global"));
        assertTrue(refused.text().contains("\"global\":true"));
        assertEquals(200, Wire.get(port, "/api/users/@me", BOT).status());
    }

    @Test
    void a_body_that_is_wrong_is_refused_field_by_field() throws IOException {
        var answer = Wire.post(
                port, "/api/read", "{\"name\": [], \"embeds\": [{\"title\": \"" + "x".repeat(300) + "\"}, 5]}");
        assertEquals(400, answer.status());
        assertEquals(
                "{\"message\":\"Invalid Form Body\",\"code\":50035,\"errors\":{\"name\":{\"_errors\":[{\"code\":"
                        + "\"STRING_TYPE_CONVERT\",\"message\":\"Could not interpret as string.\"}]},\"embeds\":{\"1\":"
                        + "{\"_errors\":[{\"code\":\"DICT_TYPE_CONVERT\",\"message\":\"Only dictionaries may be used in a "
                        + "DictType\"}]},\"0\":{\"title\":{\"_errors\":[{\"code\":\"BASE_TYPE_MAX_LENGTH\",\"message\":"
                        + "\"Must be 256 or fewer in length.\"}]}}}}}",
                answer.text());
    }

    @Test
    void a_body_that_is_no_json_object_is_refused() throws IOException {
        String deep = "[".repeat(100_000);
        var bodies = List.of("{", "[]", "5", "null", "\"x\"", "{\"a\":1", "{\"a\":" + deep, deep, "{'a':1}", "a=b");
        for (String body : bodies) {
            var answer = Wire.post(port, "/api/read", body);
            assertEquals(400, answer.status(), body);
            assertTrue(answer.text().contains("\"code\":50109"), answer.text());
        }
        byte[] notUtf8 = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, (byte) 0xfe, '"', '}'};
        assertEquals(400, Wire.call("POST", port, "/api/read", notUtf8).status());
    }

    @Test
    void text_that_cannot_be_stored_is_mended_and_unknown_fields_pass() throws IOException {
        var answer = Wire.post(port, "/api/read", "{\"name\": \"a\\u0000b\\ud800c 👍\", \"unknown\": {\"x\": [1]}}");
        assertEquals("\"abc 👍\"", answer.text());
    }

    private static Route route(HttpMethod method, String pattern, Access access) {
        return Route.of(method, pattern, access, request -> Reply.json(request.names()));
    }

    private static Reply read(Request request) {
        var body = Body.of(request);
        String name = body.text("name", 1, 100);
        for (var embed : body.objects("embeds", 10)) {
            embed.text("title", 0, 256);
        }
        body.check();
        return Reply.json(String.valueOf(name));
    }

    private static Caller known(String authorization) {
        return switch (authorization) {
            case "ann" -> new Caller(new UserId(1), new EntityId(1), false, false);
            case "Bot bob" -> new Caller(new UserId(2), new EntityId(2), true, false);
            default -> throw new Refused(new Refusal.Unauthorized());
        };
    }
}
