package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.HttpCaller.Answer;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Accounts and sign-in through the real server, as `docs/protocol/client.md` says.
final class AccountApiTest {
    private static final String PASSWORD = "a good long password";

    private final TestServer server = TestServer.start();
    private final HttpCaller nobody = server.caller();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void registering_answers_a_pair_of_tokens_and_the_first_person_is_admin() {
        var answer = nobody.post("/auth/register", Map.of("username", "Ada", "password", PASSWORD));
        assertEquals(201, answer.status());
        var signedIn = answer.json();
        assertEquals(List.of("expires_in", "refresh_token", "token", "user_id"), fields(signedIn));
        assertEquals(900, signedIn.path("expires_in").asInt());

        var me = as(signedIn).get("/users/@me").expected();
        assertEquals(signedIn.path("user_id").asString(), me.path("id").asString());
        assertEquals("ada", me.path("username").asString());
        assertTrue(me.path("admin").asBoolean());
        assertFalse(
                as(register("bob")).get("/users/@me").expected().path("admin").asBoolean());
    }

    @Test
    void the_own_user_and_anothers_have_what_discords_libraries_require() {
        var ada = as(register("ada"));
        var bob = register("bob");
        var me = ada.get("/users/@me").expected();
        for (var field : List.of(
                "id",
                "username",
                "avatar",
                "discriminator",
                "public_flags",
                "flags",
                "global_name",
                "primary_guild",
                "mfa_enabled",
                "locale",
                "email",
                "verified",
                "bio",
                "pronouns",
                "admin")) {
            assertTrue(me.has(field), field);
        }
        assertEquals("0", me.path("discriminator").asString());
        assertEquals("en-US", me.path("locale").asString());
        var other = ada.get("/users/" + bob.path("user_id").asString()).expected();
        assertEquals("bob", other.path("username").asString());
        for (var secret : List.of("email", "admin", "bio", "bot", "mfa_enabled")) {
            assertFalse(other.has(secret), secret);
        }
        assertEquals(10013, ada.get("/users/1").code());
        assertEquals(401, nobody.get("/users/@me").status());
    }

    @Test
    void a_wrong_form_names_every_field_and_makes_nobody() {
        var wrong = new HashMap<String, Object>();
        wrong.put("username", "a b");
        wrong.put("password", "password");
        wrong.put("email", "nowhere");
        wrong.put("global_name", "\u202Ex");
        wrong.put("unknown", List.of());
        var answer = nobody.post("/auth/register", wrong);
        assertEquals(400, answer.status());
        assertEquals(50035, answer.code());
        assertEquals("USERNAME_INVALID", problem(answer, "username"));
        assertEquals("PASSWORD_TOO_COMMON", problem(answer, "password"));
        assertEquals("EMAIL_TYPE_INVALID_EMAIL", problem(answer, "email"));
        assertEquals("INVALID_CHARACTERS", problem(answer, "global_name"));
        assertEquals("BASE_TYPE_REQUIRED", problem(nobody.post("/auth/register", Map.of()), "password"));
        assertTrue(
                as(register("ada")).get("/users/@me").expected().path("admin").asBoolean(), "still the first");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "\"x\"",
                "{\"username\":7,\"password\":7}",
                "{\"username\":{},\"password\":[]}",
                "{\"login\":null,\"password\":null}",
                "{\"login\":\"a\\u0000b\",\"password\":\"\\u0000\\ud800\"}",
                "{\"login\":\"x\",\"password\":true}"
            })
    void a_broken_body_is_a_mistake_of_the_caller(String body) {
        for (var path : List.of("/auth/register", "/auth/login", "/auth/refresh")) {
            int status = nobody.send("POST", path, body).status();
            assertTrue(status == 400 || status == 401, path + " answered " + status);
        }
        assertEquals(
                400, as(register("ada")).send("PATCH", "/users/@me", "[" + body).status());
    }

    @Test
    void signing_in_with_wrong_and_right_passwords() {
        register("ada");
        var wrong = nobody.post("/auth/login", Map.of("login", "ada", "password", "nope nope nope"));
        assertEquals(400, wrong.status());
        assertEquals("INVALID_LOGIN", problem(wrong, "login"));
        var unknown = nobody.post("/auth/login", Map.of("login", "nobody", "password", "nope nope nope"));
        assertEquals(wrong.body(), unknown.body());
        assertEquals(
                200,
                nobody.post("/auth/login", Map.of("login", "ADA", "password", PASSWORD))
                        .status());
    }

    @Test
    void a_password_is_taken_blank_by_blank() {
        var blanks = "  two blanks around  ";
        nobody.post("/auth/register", Map.of("username", "ada", "password", blanks))
                .expected();
        assertEquals(
                400,
                nobody.post("/auth/login", Map.of("login", "ada", "password", blanks.strip()))
                        .status());
        nobody.post("/auth/login", Map.of("login", "ada", "password", blanks)).expected();
    }

    @Test
    void a_refresh_token_is_good_once_and_its_reuse_ends_the_session() {
        var first = register("ada");
        var refresh = Map.of("refresh_token", first.path("refresh_token").asString());
        var second = nobody.post("/auth/refresh", refresh).expected();
        assertNotEquals(first.path("refresh_token"), second.path("refresh_token"));
        assertEquals(200, as(second).get("/users/@me").status());
        assertEquals(401, nobody.post("/auth/refresh", refresh).status());
        assertEquals(401, as(second).get("/users/@me").status());
    }

    @Test
    void signing_out_ends_the_token_at_once() {
        var ada = register("ada");
        assertEquals(204, as(ada).post("/auth/logout", Map.of()).status());
        assertEquals(401, as(ada).get("/users/@me").status());
        assertEquals(401, as(ada).post("/auth/logout", Map.of()).status());
    }

    @Test
    void devices_are_listed_and_the_others_signed_out() {
        var laptop = register("ada");
        var phone = login("ada");
        var tablet = login("ada");
        var list = as(laptop).get("/auth/sessions").expected().path("user_sessions");
        assertEquals(3, list.size());
        var current =
                list.valueStream().filter(it -> it.path("current").asBoolean()).toList();
        assertEquals(1, current.size());
        assertEquals(
                List.of("approx_last_used_time", "client_info", "created_at", "current", "id_hash"),
                fields(current.getFirst()));
        assertEquals(
                "127.0.0.1",
                current.getFirst().path("client_info").path("location").asString());

        var mine = as(phone)
                .get("/auth/sessions")
                .expected()
                .path("user_sessions")
                .valueStream()
                .filter(it -> it.path("current").asBoolean())
                .map(it -> it.path("id_hash").asString())
                .toList();
        assertEquals(
                204,
                as(laptop)
                        .post("/auth/sessions/logout", Map.of("session_id_hashes", mine))
                        .status());
        assertEquals(401, as(phone).get("/users/@me").status());
        assertEquals(200, as(tablet).get("/users/@me").status());
        assertEquals(
                204,
                as(laptop)
                        .post("/auth/sessions/logout", Map.of("all_others", true))
                        .status());
        assertEquals(401, as(tablet).get("/users/@me").status());
        assertEquals(200, as(laptop).get("/users/@me").status());
    }

    @Test
    void a_profile_changes_and_what_is_sensitive_needs_the_password() {
        var ada = as(register("ada"));
        var change = new HashMap<String, Object>();
        change.put("global_name", "Ada Lovelace");
        change.put("bio", "First.\nOf many.");
        change.put("pronouns", "she/her");
        change.put("accent_color", 0xABCDEF);
        var me = ada.patch("/users/@me", change).expected();
        assertEquals("Ada Lovelace", me.path("global_name").asString());
        assertEquals("First.\nOf many.", me.path("bio").asString());
        assertEquals(0xABCDEF, me.path("accent_color").asInt());

        change.clear();
        change.put("global_name", null);
        change.put("accent_color", null);
        me = ada.patch("/users/@me", change).expected();
        assertTrue(me.path("global_name").isNull());
        assertTrue(me.path("accent_color").isNull());
        assertEquals("she/her", me.path("pronouns").asString());

        assertEquals("BASE_TYPE_REQUIRED", problem(ada.patch("/users/@me", Map.of("username", "lady")), "password"));
        assertEquals(
                "PASSWORD_DOES_NOT_MATCH",
                problem(ada.patch("/users/@me", Map.of("email", "a@b.c", "password", "wrong one")), "password"));
        me = ada.patch("/users/@me", Map.of("username", "lady", "email", "a@b.c", "password", PASSWORD))
                .expected();
        assertEquals("lady", me.path("username").asString());
        assertEquals("a@b.c", me.path("email").asString());
    }

    @Test
    void a_new_password_counts_at_once() {
        var ada = register("ada");
        var other = login("ada");
        var change = Map.of("password", PASSWORD, "new_password", "another long password");
        as(ada).patch("/users/@me", change).expected();
        assertEquals(200, as(ada).get("/users/@me").status());
        assertEquals(401, as(other).get("/users/@me").status());
        assertEquals(
                400,
                nobody.post("/auth/login", Map.of("login", "ada", "password", PASSWORD))
                        .status());
    }

    @Test
    void settings_come_whole_and_change_in_part() {
        var ada = as(register("ada"));
        var settings = ada.get("/users/@me/settings").expected();
        assertEquals(
                List.of(
                        "custom_status",
                        "default_guilds_restricted",
                        "developer_mode",
                        "friend_source_flags",
                        "guild_folders",
                        "guild_positions",
                        "keywords",
                        "locale",
                        "message_display_compact",
                        "quiet_hours",
                        "reduced_motion",
                        "restricted_guilds",
                        "status",
                        "theme"),
                fields(settings));
        assertEquals("system", settings.path("theme").asString());
        var change = new HashMap<String, Object>();
        change.put("theme", "contrast");
        change.put("locale", "de");
        change.put("status", "dnd");
        change.put("guild_positions", List.of("3", 1));
        change.put("custom_status", Map.of("text", "busy", "expires_at", "2999-01-01T00:00:00+00:00"));
        settings = ada.patch("/users/@me/settings", change).expected();
        assertEquals("contrast", settings.path("theme").asString());
        assertEquals("dnd", settings.path("status").asString());
        assertEquals("3", settings.path("guild_positions").path(0).asString());
        assertEquals("busy", settings.path("custom_status").path("text").asString());
        assertEquals("de", ada.get("/users/@me").expected().path("locale").asString());

        change.clear();
        change.put("custom_status", null);
        settings = ada.patch("/users/@me/settings", change).expected();
        assertTrue(settings.path("custom_status").isNull());
        assertEquals("contrast", settings.path("theme").asString());
        for (var bad : List.of(
                Map.of("theme", "pink"),
                Map.of("status", 7),
                Map.of("locale", "../.."),
                Map.of("developer_mode", "x"),
                Map.of("guild_positions", List.of("x")),
                Map.of("custom_status", "x"),
                Map.of("custom_status", Map.of("text", "x", "expires_at", "tomorrow")))) {
            assertEquals(50035, ada.patch("/users/@me/settings", bad).code(), bad.toString());
        }
        assertEquals(settings, ada.get("/users/@me/settings").expected());
    }

    @Test
    void who_comes_with_an_invite_registers_and_joins_in_one_step() {
        var ada = as(register("ada"));
        var guild = ada.post("/guilds", Map.of("name", "Engines"))
                .expected()
                .path("id")
                .asString();
        var channel = ada.get("/guilds/" + guild + "/channels")
                .expected()
                .valueStream()
                .filter(it -> it.path("type").asInt() == 0)
                .map(it -> it.path("id").asString())
                .findFirst()
                .orElseThrow();
        var invite = ada.post("/channels/" + channel + "/invites", Map.of("max_uses", 1))
                .expected()
                .path("code")
                .asString();
        ada.patch("/node/settings", Map.of("registration", "invite")).expected();

        var bob = Map.of("username", "bob", "password", PASSWORD);
        assertEquals("INVITE_REQUIRED", problem(nobody.post("/auth/register", bob), "invite"));
        assertEquals("INVITE_INVALID", problem(nobody.post("/auth/register", invited("bob", "nonsense")), "invite"));
        var joined = nobody.post("/auth/register", invited("bob", invite)).expected();
        var guilds = as(joined).get("/users/@me/guilds").expected();
        assertEquals(guild, guilds.path(0).path("id").asString());
        assertEquals("INVITE_INVALID", problem(nobody.post("/auth/register", invited("eve", invite)), "invite"));

        ada.patch("/node/settings", Map.of("registration", "closed")).expected();
        assertEquals(403, nobody.post("/auth/register", invited("eve", invite)).status());
    }

    @Test
    void the_public_keys_are_where_others_look_for_them() {
        register("ada");
        var answer = nobody.get("//.well-known/jwks.json");
        var key = answer.expected().path("keys").path(0);
        assertEquals(List.of("alg", "e", "kid", "kty", "n", "use"), fields(key));
    }

    private JsonNode register(String username) {
        return nobody.post("/auth/register", Map.of("username", username, "password", PASSWORD))
                .expected();
    }

    private static Map<String, String> invited(String username, String code) {
        return Map.of("username", username, "password", PASSWORD, "invite", code);
    }

    private JsonNode login(String username) {
        return nobody.post("/auth/login", Map.of("login", username, "password", PASSWORD))
                .expected();
    }

    private HttpCaller as(JsonNode signedIn) {
        return nobody.as(signedIn.path("token").asString());
    }

    private static List<String> fields(JsonNode object) {
        return object.propertyNames().stream().sorted().toList();
    }

    private static String problem(Answer answer, String field) {
        return answer.json()
                .path("errors")
                .path(field)
                .path("_errors")
                .path(0)
                .path("code")
                .asString();
    }
}
