package chat.parley.bot.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.auth.session.Secrets;
import chat.parley.bot.BotTown;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.HttpCaller.Answer;
import chat.parley.testing.TestServer;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Programs get tokens for people and use them, through the real server; and every way in which they do not.
final class OAuthTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final String BACK = "https://program.example/back?from=parley";
    private static final String VERIFIER = "a-proof-key-of-more-than-forty-three-characters.~";
    private static final String CHALLENGE =
            Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.hash(VERIFIER));
    private static final String SECRET = secret();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static String secret() {
        TOWN.owner
                .patch("/applications/" + TOWN.application, Map.of("redirect_uris", List.of(BACK, "my.app://done")))
                .expected();
        return TOWN.owner
                .post("/applications/" + TOWN.application + "/reset", Map.of())
                .expected()
                .path("secret")
                .asString();
    }

    @Test
    void a_program_reads_what_somebody_agreed_to_and_no_more() {
        var tokens = tokens("identify guilds");
        assertEquals("Bearer", tokens.path("token_type").asString());
        assertEquals(604_800, tokens.path("expires_in").asInt());
        assertEquals("identify guilds", tokens.path("scope").asString());
        var program = bearer(tokens);
        var me = program.get("/users/@me").expected();
        assertEquals("owner", me.path("username").asString());
        assertTrue(me.path("email").isNull());
        assertFalse(me.path("admin").asBoolean());
        assertEquals(1, program.get("/users/@me/guilds").expected().size());
        assertEquals(
                50_026,
                program.get("/users/@me/guilds/" + TOWN.guild + "/member").code());
        for (String closed : List.of(
                "/users/@me/settings",
                "/guilds/" + TOWN.guild,
                "/channels/" + TOWN.general + "/messages",
                "/applications",
                "/oauth2/tokens")) {
            assertEquals(401, program.get(closed).status(), closed);
        }
        assertEquals(
                401, program.patch("/users/@me", Map.of("bio", "taken over")).status());
        assertEquals(
                401,
                program.post("/channels/" + TOWN.general + "/messages", Map.of("content", "hello"))
                        .status());
    }

    @Test
    void a_program_learns_by_whom_and_for_what_its_token_was_made() {
        var about = bearer(tokens("identify")).get("/oauth2/@me").expected();
        assertEquals(TOWN.application, BotTown.id(about.path("application")));
        assertEquals("identify", about.path("scopes").path(0).asString());
        assertEquals("owner", about.path("user").path("username").asString());
        assertFalse(bearer(tokens("guilds")).get("/oauth2/@me").expected().has("user"));
    }

    @Test
    void the_address_is_told_with_its_own_scope_only() {
        var token = BotTown.token(SERVER, "addressed");
        SERVER.caller()
                .as(token)
                .patch("/users/@me", Map.of("email", "a@example.org", "password", "correct horse addressed"))
                .expected();
        var program = bearer(exchanged(code(SERVER.caller().as(token), "identify email", "")));
        assertEquals(
                "a@example.org", program.get("/users/@me").expected().path("email").asString());
    }

    @Test
    void a_code_works_once_and_its_tokens_end_when_it_comes_again() {
        String code = code(TOWN.owner, "identify", "");
        var program = bearer(exchanged(code));
        assertEquals(200, program.get("/users/@me").status());
        refused("invalid_grant", exchange(Map.of("code", code)));
        assertEquals(401, program.get("/users/@me").status());
    }

    @Test
    void a_code_is_worth_nothing_without_everything_that_it_was_asked_with() {
        String code = code(TOWN.owner, "identify", "&code_challenge_method=S256&code_challenge=" + CHALLENGE);
        refused("invalid_grant", exchange(Map.of("code", code)));
        refused("invalid_grant", exchange(Map.of("code", code, "code_verifier", VERIFIER + "x")));
        refused("invalid_grant", exchange(Map.of("code", code, "code_verifier", "short")));
        refused(
                "invalid_grant",
                exchange(Map.of("code", code, "code_verifier", VERIFIER, "redirect_uri", "my.app://done")));
        refused("invalid_grant", exchange(Map.of("code", "made up", "code_verifier", VERIFIER)));
        refused("invalid_client", exchange(Map.of("code", code, "client_secret", "guessed")));
        refused("invalid_client", exchange(Map.of("code", code, "client_id", "1")));
        refused("invalid_client", exchange(Map.of("code", code, "client_id", "x")));
        refused("invalid_request", exchange(Map.of("code", "")));
        refused("unsupported_grant_type", exchange(Map.of("code", code, "grant_type", "password")));
        assertEquals(
                200,
                exchange(Map.of("code", code, "code_verifier", VERIFIER)).status());
        refused("invalid_grant", exchange(Map.of("code", code(TOWN.owner, "identify", ""), "code_verifier", VERIFIER)));
    }

    @Test
    void another_applications_program_cannot_use_the_code() {
        String other = BotTown.id(
                TOWN.owner.post("/applications", Map.of("name", "Thief")).expected());
        String secret = TOWN.owner
                .post("/applications/" + other + "/reset", Map.of())
                .expected()
                .path("secret")
                .asString();
        String code = code(TOWN.owner, "identify", "");
        refused("invalid_grant", exchange(Map.of("code", code, "client_id", other, "client_secret", secret)));
    }

    @Test
    void a_body_that_is_no_form_is_refused() {
        refused("invalid_request", SERVER.caller().post("/oauth2/token", Map.of("grant_type", "refresh_token")));
        refused("invalid_request", SERVER.caller().post("/oauth2/token/revoke", Map.of()));
        var twice = "client_id=1&client_id=2".getBytes(UTF_8);
        refused(
                "invalid_request",
                SERVER.caller().send("POST", "/oauth2/token", "application/x-www-form-urlencoded", twice));
        var broken = "client_id=%zz".getBytes(UTF_8);
        refused(
                "invalid_request",
                SERVER.caller().send("POST", "/oauth2/token", "application/x-www-form-urlencoded", broken));
    }

    @Test
    void a_program_may_prove_itself_in_the_header_but_not_twice() {
        String pair = Base64.getEncoder().encodeToString((TOWN.application + ":" + SECRET).getBytes(UTF_8));
        var program = SERVER.caller().as("Basic " + pair);
        var fields = Map.of(
                "grant_type", "authorization_code", "code", code(TOWN.owner, "identify", ""), "redirect_uri", BACK);
        assertEquals(200, form(program, "/oauth2/token", fields).status());
        var twice = new HashMap<>(fields);
        twice.put("client_secret", SECRET);
        refused("invalid_request", form(program, "/oauth2/token", twice));
        refused("invalid_client", form(SERVER.caller().as("Basic ???"), "/oauth2/token", fields));
        refused("invalid_client", form(SERVER.caller().as("Basic YWJj"), "/oauth2/token", fields));
    }

    @Test
    void tokens_are_renewed_and_a_spent_refresh_token_ends_them_all() {
        var first = tokens("identify");
        var second = refresh(first).expected();
        assertEquals(401, bearer(first).get("/users/@me").status());
        assertEquals(200, bearer(second).get("/users/@me").status());
        refused("invalid_grant", refresh(first));
        assertEquals(401, bearer(second).get("/users/@me").status());
        refused("invalid_grant", refresh(second));
    }

    @Test
    void a_program_gives_its_tokens_back() {
        var tokens = tokens("identify");
        var fields = new HashMap<>(Map.of(
                "client_id", TOWN.application, "client_secret", "guessed", "token", text(tokens, "refresh_token")));
        refused("invalid_client", form(SERVER.caller(), "/oauth2/token/revoke", fields));
        assertEquals(200, bearer(tokens).get("/users/@me").status());
        fields.put("client_secret", SECRET);
        assertEquals(200, form(SERVER.caller(), "/oauth2/token/revoke", fields).status());
        assertEquals(401, bearer(tokens).get("/users/@me").status());
        assertEquals(200, form(SERVER.caller(), "/oauth2/token/revoke", fields).status());
    }

    @Test
    void people_see_who_acts_for_them_and_end_it() {
        var person = SERVER.caller().as(BotTown.token(SERVER, "careful"));
        var program = bearer(exchanged(code(person, "identify", "")));
        var listed = person.get("/oauth2/tokens").expected();
        assertEquals(TOWN.application, BotTown.id(listed.path(0).path("application")));
        assertEquals("identify", listed.path(0).path("scopes").path(0).asString());
        person.delete("/oauth2/tokens/" + TOWN.application).expected();
        assertEquals(401, program.get("/users/@me").status());
        assertEquals(
                10_002, person.delete("/oauth2/tokens/" + TOWN.application).code());
    }

    @Test
    void a_program_without_user_acts_for_its_owner() {
        var fields = new HashMap<>(Map.of(
                "grant_type", "client_credentials",
                "client_id", TOWN.application,
                "client_secret", SECRET,
                "scope", "identify"));
        var tokens = form(SERVER.caller(), "/oauth2/token", fields).expected();
        assertFalse(tokens.has("refresh_token"));
        assertEquals(
                "owner",
                bearer(tokens).get("/users/@me").expected().path("username").asString());
        fields.put("scope", "identify bot");
        refused("invalid_scope", form(SERVER.caller(), "/oauth2/token", fields));
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_the_applications() {
        for (String wrong : List.of(
                BACK + "&more=1", "https://program.example/back", "https://evil.example/", "my.app://done/")) {
            var answer = TOWN.owner.get(page("identify", wrong, "&state=s"));
            assertEquals(50_035, answer.code(), wrong);
            assertTrue(answer.json().path("errors").has("redirect_uri"), wrong);
            assertEquals(
                    50_035, TOWN.owner.post(page("identify", wrong, "&state=s"), Map.of()).code());
        }
        assertEquals(
                50_035,
                TOWN.owner
                        .get("/oauth2/authorize?scope=identify&response_type=code&state=s&client_id="
                                + TOWN.application)
                        .code());
    }

    @Test
    void what_the_page_is_asked_with_is_checked() {
        for (String wrong : List.of(
                "",
                "&state=",
                "&state=s&code_challenge=" + CHALLENGE,
                "&state=s&code_challenge_method=plain&code_challenge=" + CHALLENGE,
                "&state=s&code_challenge_method=S256&code_challenge=short",
                "&state=s&permissions=many",
                "&state=s&integration_type=7")) {
            assertEquals(50_035, TOWN.owner.get(page("identify", BACK, wrong)).code(), wrong);
        }
        assertEquals(50_035, TOWN.owner.get(page("identify rpc", BACK, "&state=s")).code());
        var implicit = page("identify", BACK, "&state=s").replace("response_type=code", "response_type=token");
        assertEquals(50_035, TOWN.owner.get(implicit).code());
        assertEquals(
                10_002, TOWN.owner.get("/oauth2/authorize?client_id=1").code());
        assertEquals(50_035, TOWN.owner.get("/oauth2/authorize").code());
        assertEquals(20_001, TOWN.bot.get(page("identify", BACK, "&state=s")).code());
    }

    @Test
    void who_does_not_agree_comes_back_without_a_code() {
        var answer = TOWN.owner
                .post(page("identify", BACK, "&state=a%20b"), Map.of("authorize", false))
                .expected();
        String location = answer.path("location").asString();
        assertTrue(location.startsWith(BACK + "&error=access_denied") || location.contains("error=access_denied"));
        assertTrue(location.endsWith("&state=a+b"), location);
    }

    @Test
    void an_application_that_can_keep_no_secret_needs_a_proof_key() {
        String id = BotTown.id(
                TOWN.owner.post("/applications", Map.of("name", "In the open")).expected());
        TOWN.owner
                .patch("/applications/" + id, Map.of("redirect_uris", List.of(BACK), "public_client", true))
                .expected();
        String page = page("identify", BACK, "&state=s").replace(TOWN.application, id);
        assertEquals(50_035, TOWN.owner.get(page).code());
        String proven = page + "&code_challenge_method=S256&code_challenge=" + CHALLENGE;
        String code = codeOf(TOWN.owner.post(proven, Map.of()).expected());
        var fields = new HashMap<>(Map.of(
                "grant_type", "authorization_code", "client_id", id, "code", code, "redirect_uri", BACK));
        refused("invalid_grant", form(SERVER.caller(), "/oauth2/token", fields));
        fields.put("code_verifier", VERIFIER);
        assertEquals(200, form(SERVER.caller(), "/oauth2/token", fields).status());
        refused(
                "unauthorized_client",
                form(
                        SERVER.caller(),
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "client_id", id, "scope", "identify")));
    }

    @Test
    void a_bot_is_installed_on_the_way() {
        String guild = BotTown.id(
                TOWN.owner.post("/guilds", Map.of("name", "On the way")).expected());
        String page = page("bot identify", BACK, "&state=s&permissions=2048");
        assertEquals(50_035, TOWN.owner.post(page, Map.of()).code());
        String location = TOWN.owner
                .post(page, Map.of("guild_id", guild))
                .expected()
                .path("location")
                .asString();
        assertTrue(location.contains("guild_id=" + guild), location);
        var tokens = exchange(Map.of("code", query(location).get("code"))).expected();
        assertEquals(guild, BotTown.id(tokens.path("guild")));
        assertEquals(200, TOWN.bot.get("/guilds/" + guild).status());
    }

    @Test
    void a_program_gets_a_webhook_where_somebody_may_make_one() {
        String page = page("webhook.incoming", BACK, "&state=s");
        assertEquals(50_035, TOWN.owner.post(page, Map.of()).code());
        var member = SERVER.caller().as(TOWN.member("plain"));
        assertEquals(
                50_013, member.post(page, Map.of("webhook_channel_id", TOWN.general)).code());
        String code = codeOf(TOWN.owner
                .post(page, Map.of("webhook_channel_id", TOWN.general))
                .expected());
        var hook = exchanged(code).path("webhook");
        assertEquals(TOWN.application, hook.path("application_id").asString());
        String path = "/webhooks/" + BotTown.id(hook) + "/" + text(hook, "token") + "?wait=true";
        assertEquals(
                "hello",
                SERVER.caller()
                        .post(path, Map.of("content", "hello"))
                        .expected()
                        .path("content")
                        .asString());
    }

    @Test
    void secrets_are_replaced_by_their_owner_alone() {
        String id = BotTown.id(
                TOWN.owner.post("/applications", Map.of("name", "Secretive")).expected());
        var stranger = SERVER.caller().as(BotTown.token(SERVER, "nosy"));
        assertEquals(10_002, stranger.post("/applications/" + id + "/reset", Map.of()).code());
        assertEquals(20_001, TOWN.bot.post("/applications/" + id + "/reset", Map.of()).code());
        String first = TOWN.owner
                .post("/applications/" + id + "/reset", Map.of())
                .expected()
                .path("secret")
                .asString();
        assertFalse(TOWN.owner.get("/applications/" + id).body().contains(first));
        TOWN.owner.post("/applications/" + id + "/reset", Map.of()).expected();
        refused("invalid_client", exchange(Map.of("client_id", id, "client_secret", first, "code", "x")));
    }

    @Test
    void redirects_that_a_browser_would_run_are_refused() {
        for (String wrong : List.of(
                "javascript:alert(1)",
                "javascript://x/%0aalert(1)",
                "data:text/html,x",
                "https://a.example/#part",
                "https://user@a.example/",
                "nothing",
                "//a.example/")) {
            var body = Map.of("redirect_uris", List.of(wrong));
            assertEquals(
                    50_035,
                    TOWN.owner.patch("/applications/" + TOWN.application, body).code(),
                    wrong);
        }
    }

    private static String page(String scope, String redirect, String more) {
        return "/oauth2/authorize?response_type=code&client_id=" + TOWN.application + "&scope="
                + URLEncoder.encode(scope, UTF_8) + "&redirect_uri=" + URLEncoder.encode(redirect, UTF_8) + more;
    }

    private static String code(HttpCaller person, String scope, String more) {
        return codeOf(
                person.post(page(scope, BACK, "&state=s" + more), Map.of()).expected());
    }

    private static String codeOf(JsonNode answer) {
        String location = answer.path("location").asString();
        assertTrue(location.startsWith(BACK + "&"), location);
        assertEquals("s", query(location).get("state"));
        return query(location).getOrDefault("code", "");
    }

    private static Map<String, String> query(String location) {
        return List.of(URI.create(location).getQuery().split("&", -1)).stream()
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }

    private static JsonNode tokens(String scope) {
        return exchanged(code(TOWN.owner, scope, ""));
    }

    private static JsonNode exchanged(String code) {
        return exchange(Map.of("code", code)).expected();
    }

    private static Answer exchange(Map<String, String> fields) {
        var all = new HashMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                TOWN.application,
                "client_secret",
                SECRET,
                "redirect_uri",
                BACK));
        all.putAll(fields);
        return form(SERVER.caller(), "/oauth2/token", all);
    }

    private static Answer refresh(JsonNode tokens) {
        return form(
                SERVER.caller(),
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        TOWN.application,
                        "client_secret",
                        SECRET,
                        "refresh_token",
                        text(tokens, "refresh_token")));
    }

    private static Answer form(HttpCaller caller, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return caller.send("POST", path, "application/x-www-form-urlencoded", form.getBytes(UTF_8));
    }

    private static HttpCaller bearer(JsonNode tokens) {
        return SERVER.caller().as("Bearer " + text(tokens, "access_token"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString();
    }

    private static void refused(String error, Answer answer) {
        assertEquals(error, answer.json().path("error").asString(), answer.body());
        assertEquals(error.equals("invalid_client") ? 401 : 400, answer.status());
    }
}
