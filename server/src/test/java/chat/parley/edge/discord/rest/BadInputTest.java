package chat.parley.edge.discord.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.json.Json;
import chat.parley.edge.http.Route;
import chat.parley.edge.http.Route.Access;
import chat.parley.edge.http.Wire;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every route of the table meets what no client would send: never a fault, always an error that names
/// itself.
class BadInputTest {
    private static final String DEEP = "[".repeat(5_000);
    private static final List<byte[]> NO_OBJECTS = List.of(
            bytes("{"),
            bytes("[]"),
            bytes("[{}]"),
            bytes("5"),
            bytes("\"x\""),
            bytes("null"),
            bytes("a=b"),
            bytes(DEEP),
            bytes("{\"name\":" + DEEP),
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            new byte[] {0, 1, 2});
    private static final List<String> WRONG_VALUES = List.of(
            "null",
            "5",
            "-1",
            "0",
            "1.5",
            "1e400",
            "99999999999999999999999",
            "true",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"a\\u0000\\ud800b\"",
            "\"-7\"",
            "[]",
            "[null]",
            "[[]]",
            "[{}]",
            "[1,\"a\"]",
            "{}",
            "{\"a\":{}}");
    private static final List<String> NO_IDS = List.of(
            "abc",
            "-1",
            "+1",
            "1.0",
            "1e5",
            "0x10",
            "99999999999999999999",
            "%F0%9F%92%A9",
            "%20",
            "1%2F2",
            "null",
            "@me2",
            "'%20or%201=1--");
    private static final String WRONG_QUERY =
            "?limit=%s&before=%s&after=%s&around=%s&query=%s&user_id=%s&with_counts=%s&count=%s";

    private static final int STRIDE = 8;

    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OPERATOR = SERVER.caller().register("operator");
    private static int people;

    /// Somebody's own guild with one of everything, so that what a route destroys is only its own.
    private record Place(HttpCaller owner, String token, Map<String, String> names) {}

    @BeforeAll
    static void there_is_a_table() {
        assertTrue(SERVER.routes().size() > 60, "the whole table is swept");
        assertEquals(200, OPERATOR.get("/users/@me").status());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void without_a_good_token_there_is_only_what_is_public() throws IOException {
        var names = names("1", "1", "1", "1", "1", "abc");
        for (var route : SERVER.routes()) {
            if (route.access() == Access.PUBLIC) {
                continue;
            }
            for (String header :
                    List.of("X: y", "Authorization: forged", "Authorization: Bot a.b.c", "Authorization: ")) {
                var answer = call(route, path(route, names), bytes("{}"), header);
                assertEquals(401, answer.status(), route + " " + header);
                assertEquals("{\"message\":\"401: Unauthorized\",\"code\":0}", answer.text());
            }
        }
    }

    @Test
    void what_is_no_id_is_refused() throws IOException {
        var place = place();
        var wrong = new ArrayList<String>();
        for (var route : SERVER.routes()) {
            for (String name : place.names.keySet()) {
                if (!route.pattern().contains("{" + name + "}")) {
                    continue;
                }
                boolean isId = !name.equals("emoji") && !name.equals("code") && !name.equals("token");
                for (String garbage : NO_IDS) {
                    var names = new HashMap<>(place.names);
                    names.put(name, garbage);
                    var answer = call(route, path(route, names), bytes("{}"), "Authorization: " + place.token);
                    if (!isFine(answer) || (isId && answer.status() != 400 && answer.status() != 404)) {
                        wrong.add(said(route, name + "=" + garbage, answer));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void an_id_of_nothing_finds_nothing() throws IOException {
        var wrong = new ArrayList<String>();
        String token = "Authorization: " + place().token;
        for (var route : SERVER.routes()) {
            if (!route.pattern().startsWith("/guilds/{") && !route.pattern().startsWith("/channels/{")) {
                continue;
            }
            var names = names("1", "1", "1", "1", "1", "abc");
            var answer = call(route, path(route, names), bytes("{\"content\":\"x\"}"), token);
            if (answer.status() != 404 && answer.status() != 403 && answer.status() != 400) {
                wrong.add(said(route, "unknown", answer));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /// What reads no body does not mind what is in it; positions come as lists.
    @Test
    void a_body_that_is_no_object_is_refused_by_all_that_read_one() throws IOException {
        var wrong = new ArrayList<String>();
        var careless = new TreeSet<String>();
        for (var route : withBody()) {
            var place = place();
            for (byte[] body : NO_OBJECTS) {
                var answer = call(route, path(route, place.names), body, "Authorization: " + place.token);
                if (!isFine(answer)) {
                    wrong.add(said(route, new String(body, UTF_8), answer));
                } else if (answer.status() < 400) {
                    careless.add(route.method() + " " + route.pattern());
                }
            }
        }
        assertEquals(List.of(), wrong);
        var channel = "/channels/{channel}";
        var readNoBody = new TreeSet<>(List.of(
                "POST /applications/{application}/bot",
                "POST /applications/{application}/bot/reset",
                "POST /applications/{application}/reset",
                "POST /auth/logout",
                "POST /guilds/{guild}/outgoing-webhooks/{hook}/secret",
                "POST /invites/{code}",
                "POST /voice/trials",
                "POST " + channel + "/typing",
                "PUT " + channel + "/messages/pins/{message}",
                "PUT " + channel + "/messages/{message}/reactions/{emoji}/@me",
                "PUT " + channel + "/pins/{message}",
                "PUT /guilds/{guild}/members/{user}/roles/{role}"));
        var readLists = List.of(
                "PATCH /guilds/{guild}/channels",
                "PATCH /guilds/{guild}/roles",
                "PUT /applications/{application}/commands");
        careless.removeAll(readNoBody);
        careless.removeAll(readLists);
        assertEquals("[]", careless.toString());
    }

    @Test
    void values_of_the_wrong_type_are_never_a_fault() throws IOException {
        var wrong = new ArrayList<String>();
        int turn = 0;
        for (var route : withBody()) {
            var place = place();
            for (String value : WRONG_VALUES) {
                var all = new StringBuilder("{\"unknown\":[{}]");
                Fields.ALL.forEach(
                        it -> all.append(",\"").append(it).append("\":").append(value));
                var answer = call(route, path(route, place.names), bytes(all + "}"), "Authorization: " + place.token);
                if (!isFine(answer)) {
                    wrong.add(said(route, "all " + value, answer));
                }
                // Each field meets a few of the values on a route, and all of them over the table.
                for (int i = ++turn % STRIDE; i < Fields.ALL.size(); i += STRIDE) {
                    String field = Fields.ALL.get(i);
                    var one = call(
                            route,
                            path(route, place.names),
                            bytes("{\"" + field + "\":" + value + "}"),
                            "Authorization: " + place.token);
                    if (!isFine(one)) {
                        wrong.add(said(route, field + "=" + value, one));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_query_of_garbage_is_never_a_fault() throws IOException {
        var wrong = new ArrayList<String>();
        var place = place();
        for (var route : SERVER.routes()) {
            if (!route.method().name().equals("GET")) {
                continue;
            }
            for (String garbage : List.of(
                    "", "abc", "-1", "0", "99999999999999999999", "1.5", "%00", "%F0%9F%92%A9", "%ff", "%zz", "%25")) {
                var answer = call(
                        route,
                        path(route, place.names) + WRONG_QUERY.replace("%s", garbage),
                        new byte[0],
                        "Authorization: " + place.token);
                if (!isFine(answer)) {
                    wrong.add(said(route, garbage, answer));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<Route> withBody() {
        return SERVER.routes().stream()
                .filter(it ->
                        !it.method().name().equals("GET") && !it.method().name().equals("DELETE"))
                .toList();
    }

    /// Never a fault; and whatever is refused says so in Discord's words.
    private static boolean isFine(Wire.Answer answer) {
        if (answer.status() < 400) {
            return true;
        }
        var body = Json.tree(answer.body());
        return answer.status() < 500
                && body.path("code").isInt()
                && !body.path("message").asString("").isEmpty();
    }

    private static Wire.Answer call(Route route, String path, byte[] body, String... headers) throws IOException {
        return Wire.call(route.method().name(), SERVER.http().getPort(), "/api/v10" + path, body, headers);
    }

    private static String path(Route route, Map<String, String> names) {
        String path = route.pattern();
        for (var name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path.replaceAll("\\{[a-z]+}", "1");
    }

    private static Place place() {
        String name = "owner" + people++;
        var registered = SERVER.caller()
                .post("/auth/register", Map.of("username", name, "password", "correct horse " + name))
                .expected();
        String token = registered.path("token").asString();
        var owner = SERVER.caller().as(token);
        String guild = owner.post("/guilds", Map.of("name", "Place"))
                .expected()
                .path("id")
                .asString();
        String channel = owner.post("/guilds/" + guild + "/channels", Map.of("name", "here"))
                .expected()
                .path("id")
                .asString();
        String message = owner.post("/channels/" + channel + "/messages", Map.of("content", "hello"))
                .expected()
                .path("id")
                .asString();
        String role = owner.post("/guilds/" + guild + "/roles", Map.of("name", "role"))
                .expected()
                .path("id")
                .asString();
        String code = owner.post("/channels/" + channel + "/invites", Map.of())
                .expected()
                .path("code")
                .asString();
        String user = registered.path("user_id").asString();
        var names = new HashMap<>(names(guild, channel, message, role, user, code));
        String application = owner.post("/applications", Map.of("name", "Helper"))
                .expected()
                .path("id")
                .asString();
        names.put("application", application);
        var webhook = owner.post("/channels/" + channel + "/webhooks", Map.of("name", "Hook"))
                .expected();
        names.put("webhook", webhook.path("id").asString());
        names.put("token", webhook.path("token").asString());
        names.put("integration", application);
        return new Place(owner, token, names);
    }

    private static Map<String, String> names(
            String guild, String channel, String message, String role, String user, String code) {
        return Map.of(
                "guild", guild,
                "channel", channel,
                "message", message,
                "role", role,
                "user", user,
                "overwrite", role,
                "code", code,
                "emoji", URLEncoder.encode("👍", UTF_8));
    }

    private static String said(Route route, String what, Wire.Answer answer) {
        return "\n" + route.method() + " " + route.pattern() + " with " + what.substring(0, Math.min(80, what.length()))
                + ": " + answer.status() + " "
                + answer.text().substring(0, Math.min(120, answer.text().length()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
