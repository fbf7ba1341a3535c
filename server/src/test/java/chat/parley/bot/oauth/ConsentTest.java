package chat.parley.bot.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The page on which people agree, asked in every way in which it must not be.
final class ConsentTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final Client CLIENT = new Client(TOWN);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_the_applications() {
        for (String wrong : List.of(
                Client.BACK + "&more=1", "https://program.example/back", "https://evil.example/", "my.app://done/")) {
            var answer = TOWN.owner.get(CLIENT.page("identify", wrong, "&state=s"));
            assertEquals(50_035, answer.code(), wrong);
            assertTrue(answer.json().path("errors").has("redirect_uri"), wrong);
            assertEquals(
                    50_035,
                    TOWN.owner
                            .post(CLIENT.page("identify", wrong, "&state=s"), Map.of())
                            .code());
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
                "&state=s&code_challenge=" + Client.CHALLENGE,
                "&state=s&code_challenge_method=plain&code_challenge=" + Client.CHALLENGE,
                "&state=s&code_challenge_method=S256&code_challenge=short",
                "&state=s&permissions=many",
                "&state=s&integration_type=7")) {
            assertEquals(
                    50_035,
                    TOWN.owner.get(CLIENT.page("identify", Client.BACK, wrong)).code(),
                    wrong);
        }
        assertEquals(
                50_035,
                TOWN.owner
                        .get(CLIENT.page("identify rpc", Client.BACK, "&state=s"))
                        .code());
        var implicit =
                CLIENT.page("identify", Client.BACK, "&state=s").replace("response_type=code", "response_type=token");
        assertEquals(50_035, TOWN.owner.get(implicit).code());
        assertEquals(10_002, TOWN.owner.get("/oauth2/authorize?client_id=1").code());
        assertEquals(50_035, TOWN.owner.get("/oauth2/authorize").code());
        assertEquals(
                20_001,
                TOWN.bot.get(CLIENT.page("identify", Client.BACK, "&state=s")).code());
    }

    @Test
    void who_does_not_agree_comes_back_without_a_code() {
        var answer = TOWN.owner
                .post(CLIENT.page("identify", Client.BACK, "&state=a%20b"), Map.of("authorize", false))
                .expected();
        String location = answer.path("location").asString();
        assertTrue(
                location.startsWith(Client.BACK + "&error=access_denied") || location.contains("error=access_denied"));
        assertTrue(location.endsWith("&state=a+b"), location);
    }

    @Test
    void an_application_that_can_keep_no_secret_needs_a_proof_key() {
        String id = BotTown.id(
                TOWN.owner.post("/applications", Map.of("name", "In the open")).expected());
        TOWN.owner
                .patch("/applications/" + id, Map.of("redirect_uris", List.of(Client.BACK), "public_client", true))
                .expected();
        String page = CLIENT.page("identify", Client.BACK, "&state=s").replace(TOWN.application, id);
        assertEquals(50_035, TOWN.owner.get(page).code());
        String proven = page + "&code_challenge_method=S256&code_challenge=" + Client.CHALLENGE;
        String code = CLIENT.codeOf(TOWN.owner.post(proven, Map.of()).expected());
        var fields = new HashMap<>(
                Map.of("grant_type", "authorization_code", "client_id", id, "code", code, "redirect_uri", Client.BACK));
        Client.refused("invalid_grant", Client.form(SERVER.caller(), "/oauth2/token", fields));
        fields.put("code_verifier", Client.VERIFIER);
        assertEquals(200, Client.form(SERVER.caller(), "/oauth2/token", fields).status());
        Client.refused(
                "unauthorized_client",
                Client.form(
                        SERVER.caller(),
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials", "client_id", id, "scope", "identify")));
    }

    @Test
    void a_bot_is_installed_on_the_way() {
        String guild = BotTown.id(
                TOWN.owner.post("/guilds", Map.of("name", "On the way")).expected());
        String page = CLIENT.page("bot identify", Client.BACK, "&state=s&permissions=2048");
        assertEquals(50_035, TOWN.owner.post(page, Map.of()).code());
        String location = TOWN.owner
                .post(page, Map.of("guild_id", guild))
                .expected()
                .path("location")
                .asString();
        assertTrue(location.contains("guild_id=" + guild), location);
        var tokens = CLIENT.exchange(Map.of("code", Client.query(location).get("code")))
                .expected();
        assertEquals(guild, BotTown.id(tokens.path("guild")));
        assertEquals(200, TOWN.bot.get("/guilds/" + guild).status());
    }

    @Test
    void a_program_gets_a_webhook_where_somebody_may_make_one() {
        String page = CLIENT.page("webhook.incoming", Client.BACK, "&state=s");
        assertEquals(50_035, TOWN.owner.post(page, Map.of()).code());
        var member = SERVER.caller().as(TOWN.member("plain"));
        assertEquals(
                50_013,
                member.post(page, Map.of("webhook_channel_id", TOWN.general)).code());
        String code = CLIENT.codeOf(TOWN.owner
                .post(page, Map.of("webhook_channel_id", TOWN.general))
                .expected());
        var hook = CLIENT.exchanged(code).path("webhook");
        assertEquals(TOWN.application, hook.path("application_id").asString());
        String path = "/webhooks/" + BotTown.id(hook) + "/" + Client.text(hook, "token") + "?wait=true";
        assertEquals(
                "hello",
                SERVER.caller()
                        .post(path, Map.of("content", "hello"))
                        .expected()
                        .path("content")
                        .asString());
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
}
