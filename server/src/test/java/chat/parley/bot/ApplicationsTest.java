package chat.parley.bot;

import static chat.parley.bot.BotTown.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The developer portal's calls and what they mean at the gateway, through the real server.
final class ApplicationsTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void an_application_is_its_owners_alone() {
        var stranger = SERVER.caller().as(BotTown.token(SERVER, "stranger"));
        String path = "/applications/" + TOWN.application;
        assertEquals(10_002, stranger.get(path).code());
        assertEquals(10_002, stranger.patch(path, Map.of("name", "Mine")).code());
        assertEquals(10_002, stranger.post(path + "/bot/reset", Map.of()).code());
        assertEquals(10_002, stranger.delete(path).code());
        assertEquals(20_001, TOWN.bot.get("/applications").code());
        assertTrue(stranger.get("/applications").expected().isEmpty());
        assertEquals(
                "Helper",
                TOWN.bot.get("/applications/@me").expected().path("name").asString());
    }

    @Test
    void the_bot_reads_about_itself_what_libraries_need() {
        var me = TOWN.bot.get("/oauth2/applications/@me").expected();
        for (String field :
                List.of("id", "name", "icon", "description", "bot_public", "verify_key", "owner", "flags")) {
            assertTrue(me.has(field), field);
        }
        assertEquals(64, me.path("verify_key").asString().length());
        assertEquals(
                TOWN.application,
                TOWN.bot.get("/users/@me").expected().path("id").asString());
        assertEquals(
                TOWN.application,
                TOWN.bot.get("/oauth2/@me").expected().path("user").path("id").asString());
    }

    @Test
    void names_that_are_taken_give_the_bot_another_user_name() {
        var first =
                TOWN.owner.post("/applications", Map.of("name", "Ticket Bot")).expected();
        var second =
                TOWN.owner.post("/applications", Map.of("name", "Ticket Bot")).expected();
        var odd = TOWN.owner.post("/applications", Map.of("name", "💡")).expected();
        assertEquals("ticket_bot", first.path("bot").path("username").asString());
        assertEquals("Ticket Bot", second.path("bot").path("global_name").asString());
        assertNotEquals("ticket_bot", second.path("bot").path("username").asString());
        assertTrue(odd.path("bot").path("bot").asBoolean());
    }

    @Test
    void a_token_is_shown_once_and_replaced_by_a_reset() {
        var application =
                id(TOWN.owner.post("/applications", Map.of("name", "Secretive")).expected());
        String path = "/applications/" + application;
        assertFalse(TOWN.owner.get(path).expected().has("token_shown_at"));
        String first = TOWN.owner
                .post(path + "/bot", Map.of())
                .expected()
                .path("token")
                .asString();
        assertEquals(409, TOWN.owner.post(path + "/bot", Map.of()).status());
        TOWN.owner.patch(path, Map.of("flags", 1 << 13 | 1 << 15 | 1 << 19)).expected();
        try (var listening = TOWN.listen(first)) {
            String second = TOWN.owner
                    .post(path + "/bot/reset", Map.of())
                    .expected()
                    .path("token")
                    .asString();
            assertEquals(4004, listening.closeCode());
            assertEquals(
                    401, SERVER.caller().as("Bot " + first).get("/users/@me").status());
            assertEquals(
                    200, SERVER.caller().as("Bot " + second).get("/users/@me").status());
        }
    }

    @Test
    void privileged_intents_are_refused_until_the_owner_allows_them() {
        var application =
                id(TOWN.owner.post("/applications", Map.of("name", "Curious")).expected());
        String path = "/applications/" + application;
        String token = TOWN.owner
                .post(path + "/bot", Map.of())
                .expected()
                .path("token")
                .asString();
        for (int intent : new int[] {1 << 1, 1 << 8, 1 << 15}) {
            assertEquals(4014, closeCode(token, intent));
        }
        TOWN.owner.patch(path, Map.of("flags", 1 << 15 | 1 << 3)).expected();
        assertEquals(1 << 15, TOWN.owner.get(path).expected().path("flags").asInt());
        assertEquals(4014, closeCode(token, 1 << 8));
        try (var client = GatewayClient.connect(SERVER.gateway())) {
            client.send(2, Map.of("token", token, "intents", 1 | 1 << 1, "properties", Map.of()));
            var ready = client.event("READY").path("d");
            assertEquals(1 << 15, ready.path("application").path("flags").asInt());
        }
    }

    @Test
    void what_is_wrong_is_named() {
        var wrong = Map.of(
                "name", "", "tags", new String[] {"a", "b", "c", "d", "e", "f"}, "custom_install_url", "ftp://x");
        var answer = TOWN.owner.patch("/applications/" + TOWN.application, wrong);
        assertEquals(50_035, answer.code());
        assertEquals(3, answer.json().path("errors").size());
    }

    @Test
    void an_installed_bot_is_a_member_with_a_role_of_its_own() {
        var owner = TOWN.owner;
        String guild = id(owner.post("/guilds", Map.of("name", "Fresh")).expected());
        try (var bot = TOWN.listenAsBot();
                var person = TOWN.listen(TOWN.ownerToken)) {
            TOWN.install(guild, "2048");
            var arrived = bot.event("GUILD_CREATE").path("d");
            assertEquals(guild, id(arrived));
            var role = arrived.path("roles")
                    .valueStream()
                    .filter(it -> it.path("managed").asBoolean())
                    .findFirst()
                    .orElseThrow();
            assertEquals(TOWN.application, role.path("tags").path("bot_id").asString());
            assertEquals("2048", role.path("permissions").asString());
            assertEquals(
                    guild,
                    person.event("INTEGRATION_CREATE")
                            .path("d")
                            .path("guild_id")
                            .asString());
            var self = TOWN.bot
                    .get("/guilds/" + guild + "/members/" + TOWN.application)
                    .expected();
            assertEquals(id(role), self.path("roles").path(0).asString());

            var list = owner.get("/guilds/" + guild + "/integrations").expected();
            assertEquals(
                    TOWN.application,
                    list.path(0).path("application").path("id").asString());
            assertEquals("discord", list.path(0).path("type").asString());

            assertEquals(204, TOWN.bot.delete("/users/@me/guilds/" + guild).status());
            person.event("GUILD_ROLE_DELETE");
            person.event("INTEGRATION_DELETE");
            assertTrue(
                    owner.get("/guilds/" + guild + "/integrations").expected().isEmpty());
        }
    }

    @Test
    void only_who_manages_the_guild_installs_and_nobody_gains_by_it() {
        String member = TOWN.member("installer");
        var caller = SERVER.caller().as(member);
        String path = "/oauth2/authorize?client_id=" + TOWN.application + "&scope=bot&permissions=8";
        var body = Map.of("guild_id", TOWN.guild, "authorize", true);
        assertEquals(50_013, caller.post(path, body).code());
        assertEquals(0, caller.get(path).expected().path("guilds").size());

        String role = id(TOWN.owner
                .post("/guilds/" + TOWN.guild + "/roles", Map.of("permissions", "32"))
                .expected());
        String user = id(caller.get("/users/@me").expected());
        TOWN.owner.put("/guilds/" + TOWN.guild + "/members/" + user + "/roles/" + role, Map.of());
        var own = id(caller.post("/applications", Map.of("name", "Trojan")).expected());
        caller.post("/oauth2/authorize?client_id=" + own + "&scope=bot&permissions=8", body)
                .expected();
        var managed = TOWN.owner
                .get("/guilds/" + TOWN.guild + "/roles")
                .expected()
                .valueStream()
                .filter(it -> it.path("tags").path("bot_id").asString("").equals(own))
                .findFirst()
                .orElseThrow();
        assertEquals("0", managed.path("permissions").asString());
    }

    @Test
    void a_private_application_is_installed_by_its_owner_only() {
        var application =
                id(TOWN.owner.post("/applications", Map.of("name", "Private")).expected());
        TOWN.owner
                .patch("/applications/" + application, Map.of("bot_public", false))
                .expected();
        var stranger = SERVER.caller().as(BotTown.token(SERVER, "other"));
        assertEquals(
                10_002,
                stranger.get("/oauth2/authorize?client_id=" + application).code());
        assertEquals(
                200,
                TOWN.owner.get("/oauth2/authorize?client_id=" + application).status());
    }

    @Test
    void a_deleted_application_leaves_everywhere_and_its_messages_stay() {
        try (var person = TOWN.listen(TOWN.ownerToken)) {
            var application = id(
                    TOWN.owner.post("/applications", Map.of("name", "Mortal")).expected());
            String path = "/applications/" + application;
            String token = TOWN.owner
                    .post(path + "/bot", Map.of())
                    .expected()
                    .path("token")
                    .asString();
            TOWN.owner
                    .post(
                            "/oauth2/authorize?client_id=" + application + "&scope=bot&permissions=0",
                            Map.of("guild_id", TOWN.guild))
                    .expected();
            var said = SERVER.caller()
                    .as("Bot " + token)
                    .post("/channels/" + TOWN.general + "/messages", Map.of("content", "I was here"))
                    .expected();
            assertEquals(204, TOWN.owner.delete(path).status());
            person.event("GUILD_MEMBER_REMOVE");
            assertEquals(
                    401, SERVER.caller().as("Bot " + token).get("/users/@me").status());
            assertEquals(10_002, TOWN.owner.get(path).code());
            var kept = TOWN.owner
                    .get("/channels/" + TOWN.general + "/messages/" + id(said))
                    .expected();
            assertEquals("I was here", kept.path("content").asString());
            assertTrue(kept.path("author").path("username").asString().startsWith("deleted_"));
        }
    }

    private static int closeCode(String token, int intents) {
        try (var client = GatewayClient.connect(SERVER.gateway())) {
            client.send(2, Map.of("token", token, "intents", intents, "properties", Map.of()));
            return client.closeCode();
        }
    }
}
