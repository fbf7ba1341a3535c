package chat.parley.bot.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.testing.TestServer;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Programs get tokens for people and use them, through the real server; and every way in which they do not.
final class OAuthTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final Client CLIENT = new Client(TOWN);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_program_reads_what_somebody_agreed_to_and_no_more() {
        var tokens = CLIENT.tokens("identify guilds");
        assertEquals("Bearer", tokens.path("token_type").asString());
        assertEquals(604_800, tokens.path("expires_in").asInt());
        assertEquals("identify guilds", tokens.path("scope").asString());
        var program = CLIENT.bearer(tokens);
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
        var about = CLIENT.bearer(CLIENT.tokens("identify")).get("/oauth2/@me").expected();
        assertEquals(TOWN.application, BotTown.id(about.path("application")));
        assertEquals("identify", about.path("scopes").path(0).asString());
        assertEquals("owner", about.path("user").path("username").asString());
        assertFalse(CLIENT.bearer(CLIENT.tokens("guilds"))
                .get("/oauth2/@me")
                .expected()
                .has("user"));
    }

    @Test
    void the_address_is_told_with_its_own_scope_only() {
        var token = BotTown.token(SERVER, "addressed");
        SERVER.caller()
                .as(token)
                .patch("/users/@me", Map.of("email", "a@example.org", "password", "correct horse addressed"))
                .expected();
        var program = CLIENT.bearer(CLIENT.exchanged(CLIENT.code(SERVER.caller().as(token), "identify email", "")));
        assertEquals(
                "a@example.org",
                program.get("/users/@me").expected().path("email").asString());
    }

    @Test
    void a_code_works_once_and_its_tokens_end_when_it_comes_again() {
        String code = CLIENT.code(TOWN.owner, "identify", "");
        var program = CLIENT.bearer(CLIENT.exchanged(code));
        assertEquals(200, program.get("/users/@me").status());
        Client.refused("invalid_grant", CLIENT.exchange(Map.of("code", code)));
        assertEquals(401, program.get("/users/@me").status());
    }

    @Test
    void a_code_is_worth_nothing_without_everything_that_it_was_asked_with() {
        String code =
                CLIENT.code(TOWN.owner, "identify", "&code_challenge_method=S256&code_challenge=" + Client.CHALLENGE);
        Client.refused("invalid_grant", CLIENT.exchange(Map.of("code", code)));
        Client.refused("invalid_grant", CLIENT.exchange(Map.of("code", code, "code_verifier", Client.VERIFIER + "x")));
        Client.refused("invalid_grant", CLIENT.exchange(Map.of("code", code, "code_verifier", "short")));
        Client.refused(
                "invalid_grant",
                CLIENT.exchange(
                        Map.of("code", code, "code_verifier", Client.VERIFIER, "redirect_uri", "my.app://done")));
        Client.refused("invalid_grant", CLIENT.exchange(Map.of("code", "made up", "code_verifier", Client.VERIFIER)));
        Client.refused("invalid_client", CLIENT.exchange(Map.of("code", code, "client_secret", "guessed")));
        Client.refused("invalid_client", CLIENT.exchange(Map.of("code", code, "client_id", "1")));
        Client.refused("invalid_client", CLIENT.exchange(Map.of("code", code, "client_id", "x")));
        Client.refused("invalid_request", CLIENT.exchange(Map.of("code", "")));
        Client.refused("unsupported_grant_type", CLIENT.exchange(Map.of("code", code, "grant_type", "password")));
        assertEquals(
                200,
                CLIENT.exchange(Map.of("code", code, "code_verifier", Client.VERIFIER))
                        .status());
        Client.refused(
                "invalid_grant",
                CLIENT.exchange(
                        Map.of("code", CLIENT.code(TOWN.owner, "identify", ""), "code_verifier", Client.VERIFIER)));
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
        String code = CLIENT.code(TOWN.owner, "identify", "");
        Client.refused(
                "invalid_grant", CLIENT.exchange(Map.of("code", code, "client_id", other, "client_secret", secret)));
    }

    @Test
    void a_body_that_is_no_form_is_refused() {
        Client.refused("invalid_request", SERVER.caller().post("/oauth2/token", Map.of("grant_type", "refresh_token")));
        Client.refused("invalid_request", SERVER.caller().post("/oauth2/token/revoke", Map.of()));
        var twice = "client_id=1&client_id=2".getBytes(UTF_8);
        Client.refused(
                "invalid_request",
                SERVER.caller().send("POST", "/oauth2/token", "application/x-www-form-urlencoded", twice));
        var broken = "client_id=%zz".getBytes(UTF_8);
        Client.refused(
                "invalid_request",
                SERVER.caller().send("POST", "/oauth2/token", "application/x-www-form-urlencoded", broken));
    }

    @Test
    void a_program_may_prove_itself_in_the_header_but_not_twice() {
        String pair = Base64.getEncoder().encodeToString((TOWN.application + ":" + CLIENT.secret).getBytes(UTF_8));
        var program = SERVER.caller().as("Basic " + pair);
        var fields = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                CLIENT.code(TOWN.owner, "identify", ""),
                "redirect_uri",
                Client.BACK);
        assertEquals(200, Client.form(program, "/oauth2/token", fields).status());
        var twice = new HashMap<>(fields);
        twice.put("client_secret", CLIENT.secret);
        Client.refused("invalid_request", Client.form(program, "/oauth2/token", twice));
        Client.refused("invalid_client", Client.form(SERVER.caller().as("Basic ???"), "/oauth2/token", fields));
        Client.refused("invalid_client", Client.form(SERVER.caller().as("Basic YWJj"), "/oauth2/token", fields));
    }

    @Test
    void tokens_are_renewed_and_a_spent_refresh_token_ends_them_all() {
        var first = CLIENT.tokens("identify");
        var second = CLIENT.refresh(first).expected();
        assertEquals(401, CLIENT.bearer(first).get("/users/@me").status());
        assertEquals(200, CLIENT.bearer(second).get("/users/@me").status());
        Client.refused("invalid_grant", CLIENT.refresh(first));
        assertEquals(401, CLIENT.bearer(second).get("/users/@me").status());
        Client.refused("invalid_grant", CLIENT.refresh(second));
    }

    @Test
    void a_program_gives_its_tokens_back() {
        var tokens = CLIENT.tokens("identify");
        var fields = new HashMap<>(Map.of(
                "client_id",
                TOWN.application,
                "client_secret",
                "guessed",
                "token",
                Client.text(tokens, "refresh_token")));
        Client.refused("invalid_client", Client.form(SERVER.caller(), "/oauth2/token/revoke", fields));
        assertEquals(200, CLIENT.bearer(tokens).get("/users/@me").status());
        fields.put("client_secret", CLIENT.secret);
        assertEquals(
                200,
                Client.form(SERVER.caller(), "/oauth2/token/revoke", fields).status());
        assertEquals(401, CLIENT.bearer(tokens).get("/users/@me").status());
        assertEquals(
                200,
                Client.form(SERVER.caller(), "/oauth2/token/revoke", fields).status());
    }

    @Test
    void people_see_who_acts_for_them_and_end_it() {
        var person = SERVER.caller().as(BotTown.token(SERVER, "careful"));
        var program = CLIENT.bearer(CLIENT.exchanged(CLIENT.code(person, "identify", "")));
        var listed = person.get("/oauth2/tokens").expected();
        assertEquals(TOWN.application, BotTown.id(listed.path(0).path("application")));
        assertEquals("identify", listed.path(0).path("scopes").path(0).asString());
        person.delete("/oauth2/tokens/" + TOWN.application).expected();
        assertEquals(401, program.get("/users/@me").status());
        assertEquals(10_002, person.delete("/oauth2/tokens/" + TOWN.application).code());
    }

    @Test
    void a_program_without_user_acts_for_its_owner() {
        var fields = new HashMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                TOWN.application,
                "client_secret",
                CLIENT.secret,
                "scope",
                "identify"));
        var tokens = Client.form(SERVER.caller(), "/oauth2/token", fields).expected();
        assertFalse(tokens.has("refresh_token"));
        assertEquals(
                "owner",
                CLIENT.bearer(tokens)
                        .get("/users/@me")
                        .expected()
                        .path("username")
                        .asString());
        fields.put("scope", "identify bot");
        Client.refused("invalid_scope", Client.form(SERVER.caller(), "/oauth2/token", fields));
    }

    @Test
    void secrets_are_replaced_by_their_owner_alone() {
        String id = BotTown.id(
                TOWN.owner.post("/applications", Map.of("name", "Secretive")).expected());
        var stranger = SERVER.caller().as(BotTown.token(SERVER, "nosy"));
        assertEquals(
                10_002,
                stranger.post("/applications/" + id + "/reset", Map.of()).code());
        assertEquals(
                20_001,
                TOWN.bot.post("/applications/" + id + "/reset", Map.of()).code());
        String first = TOWN.owner
                .post("/applications/" + id + "/reset", Map.of())
                .expected()
                .path("secret")
                .asString();
        assertFalse(TOWN.owner.get("/applications/" + id).body().contains(first));
        TOWN.owner.post("/applications/" + id + "/reset", Map.of()).expected();
        Client.refused("invalid_client", CLIENT.exchange(Map.of("client_id", id, "client_secret", first, "code", "x")));
    }
}
