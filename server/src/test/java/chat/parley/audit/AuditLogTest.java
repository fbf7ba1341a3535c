package chat.parley.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is done to a guild through the real server stands in its audit log, with who, to whom, what and why.
final class AuditLogTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final HttpCaller BOB = SERVER.caller().register("bob");
    private static final String OWNER_ID = me(OWNER);
    private static final String BOB_ID = me(BOB);

    private final String guild =
            text(OWNER.post("/guilds", Map.of("name", "Analysts")).expected(), "id");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_change_is_told_with_both_values_and_its_reason() {
        OWNER.because("Größe zählt")
                .patch("/guilds/" + guild, Map.of("name", "Engineers"))
                .expected();
        var entry = newest();
        assertEquals(1, entry.path("action_type").asInt());
        assertEquals(OWNER_ID, text(entry, "user_id"));
        assertEquals(guild, text(entry, "target_id"));
        assertEquals("Größe zählt", text(entry, "reason"));
        assertEquals(
                "[{\"key\":\"name\",\"new_value\":\"Engineers\",\"old_value\":\"Analysts\"}]",
                entry.path("changes").toString());
        assertEquals("owner", text(log("").path("users").path(0), "username"));
    }

    @Test
    void what_changes_nothing_and_what_is_refused_is_no_deed() {
        OWNER.patch("/guilds/" + guild, Map.of("name", "Analysts")).expected();
        join();
        assertEquals(403, BOB.patch("/guilds/" + guild, Map.of("name", "Bobs")).status());
        assertEquals(List.of(40), kinds(""));
    }

    @Test
    void channels_and_their_overwrites_are_told() {
        String id = text(
                OWNER.post("/guilds/" + guild + "/channels", Map.of("name", "den", "type", 0))
                        .expected(),
                "id");
        assertEquals(10, newest().path("action_type").asInt());
        assertFalse(newest().path("changes").path(0).has("old_value"));
        OWNER.patch("/channels/" + id, Map.of("topic", "bears")).expected();
        assertEquals("topic", text(newest().path("changes").path(0), "key"));
        OWNER.put("/channels/" + id + "/permissions/" + guild, Map.of("type", 0, "allow", "0", "deny", "1024"));
        assertEquals("@everyone", text(newest().path("options"), "role_name"));
        OWNER.put("/channels/" + id + "/permissions/" + guild, Map.of("type", 0, "allow", "0", "deny", "2048"));
        assertEquals(
                "[{\"key\":\"deny\",\"new_value\":\"2048\",\"old_value\":\"1024\"}]",
                newest().path("changes").toString());
        OWNER.delete("/channels/" + id + "/permissions/" + guild);
        OWNER.delete("/channels/" + id).expected();
        assertEquals(List.of(12, 15, 14, 13, 11, 10), kinds(""));
    }

    @Test
    void roles_and_members_are_told() {
        join();
        String role = text(
                OWNER.post("/guilds/" + guild + "/roles", Map.of("name", "cats"))
                        .expected(),
                "id");
        OWNER.patch("/guilds/" + guild + "/roles/" + role, Map.of("color", 255)).expected();
        OWNER.put("/guilds/" + guild + "/members/" + BOB_ID + "/roles/" + role, Map.of());
        assertEquals(
                "[{\"key\":\"$add\",\"new_value\":[{\"id\":\"" + role + "\",\"name\":\"cats\"}]}]",
                sorted(newest().path("changes")));
        OWNER.patch("/guilds/" + guild + "/members/" + BOB_ID, Map.of("nick", "Bobby"))
                .expected();
        OWNER.delete("/guilds/" + guild + "/roles/" + role);
        OWNER.because("loud").delete("/guilds/" + guild + "/members/" + BOB_ID);
        assertEquals("loud", text(newest(), "reason"));
        OWNER.because("louder").put("/guilds/" + guild + "/bans/" + BOB_ID, Map.of());
        OWNER.delete("/guilds/" + guild + "/bans/" + BOB_ID);
        assertEquals(List.of(23, 22, 20, 32, 24, 25, 31, 30, 40), kinds(""));
        assertEquals(List.of("louder"), reasons("?action_type=22"));
        assertTrue(log("?action_type=20")
                .path("users")
                .valueStream()
                .anyMatch(it -> text(it, "id").equals(BOB_ID)));
    }

    @Test
    void deleted_messages_of_others_are_counted_together_and_own_ones_are_not_told() {
        join();
        String channel = general();
        String own = say(OWNER, channel);
        String first = say(BOB, channel);
        String second = say(BOB, channel);
        var pair = List.of(say(BOB, channel), say(BOB, channel));
        OWNER.put("/channels/" + channel + "/messages/pins/" + first, Map.of());
        OWNER.delete("/channels/" + channel + "/messages/pins/" + first);
        OWNER.delete("/channels/" + channel + "/messages/" + own);
        OWNER.delete("/channels/" + channel + "/messages/" + first);
        OWNER.delete("/channels/" + channel + "/messages/" + second);
        OWNER.post("/channels/" + channel + "/messages/bulk-delete", Map.of("messages", pair));
        assertEquals(List.of(73, 72, 75, 74, 40), kinds(""));
        var deleted = log("?action_type=72").path("audit_log_entries").path(0);
        assertEquals("2", text(deleted.path("options"), "count"));
        assertEquals(channel, text(deleted.path("options"), "channel_id"));
        assertEquals(BOB_ID, text(deleted, "target_id"));
    }

    @Test
    void the_log_is_read_in_pages_by_those_who_may() {
        for (int i = 0; i < 5; i++) {
            OWNER.patch("/guilds/" + guild, Map.of("name", "Guild " + i)).expected();
        }
        var entries = log("").path("audit_log_entries");
        String third = text(entries.path(2), "id");
        assertEquals(text(entries.path(3), "id"), text(first("?limit=1&before=" + third), "id"));
        assertEquals(text(entries.path(1), "id"), text(first("?limit=1&after=" + third), "id"));
        assertEquals(5, log("?user_id=" + OWNER_ID).path("audit_log_entries").size());
        assertEquals(0, log("?user_id=" + BOB_ID).path("audit_log_entries").size());
        assertEquals(
                400, OWNER.get("/guilds/" + guild + "/audit-logs?limit=101").status());
        assertEquals(
                400,
                OWNER.get("/guilds/" + guild + "/audit-logs?action_type=77").status());
        assertEquals(404, BOB.get("/guilds/" + guild + "/audit-logs").status());
        join();
        assertEquals(50013, BOB.get("/guilds/" + guild + "/audit-logs").code());
    }

    @Test
    void a_reason_that_is_too_long_is_refused() {
        assertEquals(
                50035,
                OWNER.because("ä".repeat(513))
                        .patch("/guilds/" + guild, Map.of("name", "No"))
                        .code());
        assertEquals(
                200,
                OWNER.because("ä".repeat(512))
                        .patch("/guilds/" + guild, Map.of("name", "Yes"))
                        .status());
    }

    @Test
    void who_may_see_the_log_hears_of_each_entry() {
        join();
        try (var owner = GatewayClient.connect(SERVER.gateway());
                var bob = GatewayClient.connect(SERVER.gateway())) {
            owner.identify(token("owner"));
            bob.identify(token("bob"));
            OWNER.because("why not")
                    .patch("/guilds/" + guild, Map.of("name", "Heard"))
                    .expected();
            var entry = owner.event("GUILD_AUDIT_LOG_ENTRY_CREATE").path("d");
            assertEquals(guild, text(entry, "guild_id"));
            assertEquals("why not", text(entry, "reason"));
            say(OWNER, general());
            bob.event("MESSAGE_CREATE");
            assertTrue(bob.pending().stream().noneMatch(it -> it.toString().contains("AUDIT_LOG")));
        }
    }

    @Test
    void the_entries_go_with_the_guild() {
        OWNER.patch("/guilds/" + guild, Map.of("name", "Doomed")).expected();
        assertEquals(204, OWNER.delete("/guilds/" + guild).status());
        assertEquals(
                0,
                SERVER.database()
                        .database()
                        .list(
                                "SELECT id FROM audit_entries WHERE guild = ?",
                                it -> it.number("id"),
                                Long.valueOf(guild))
                        .size());
    }

    private JsonNode log(String query) {
        return OWNER.get("/guilds/" + guild + "/audit-logs" + query).expected();
    }

    private JsonNode first(String query) {
        return log(query).path("audit_log_entries").path(0);
    }

    private JsonNode newest() {
        return first("?limit=1");
    }

    private List<Integer> kinds(String query) {
        return log(query)
                .path("audit_log_entries")
                .valueStream()
                .map(it -> it.path("action_type").asInt())
                .toList();
    }

    private List<String> reasons(String query) {
        return log(query)
                .path("audit_log_entries")
                .valueStream()
                .map(it -> text(it, "reason"))
                .toList();
    }

    private void join() {
        var invite = OWNER.post("/channels/" + general() + "/invites", Map.of()).expected();
        BOB.post("/invites/" + text(invite, "code"), Map.of()).expected();
    }

    private String general() {
        return OWNER.get("/guilds/" + guild + "/channels")
                .expected()
                .valueStream()
                .filter(it -> it.path("type").asInt() == 0)
                .map(it -> text(it, "id"))
                .findFirst()
                .orElseThrow();
    }

    private static String say(HttpCaller caller, String channel) {
        return text(
                caller.post("/channels/" + channel + "/messages", Map.of("content", "hello"))
                        .expected(),
                "id");
    }

    private static String token(String name) {
        var body = new HashMap<String, Object>(Map.of("login", name, "password", "correct horse " + name));
        return text(SERVER.caller().post("/auth/login", body).expected(), "token");
    }

    private static String me(HttpCaller caller) {
        return text(caller.get("/users/@me").expected(), "id");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    /// Maps come in any order.
    private static String sorted(JsonNode changes) {
        var role = changes.path(0).path("new_value").path(0);
        return "[{\"key\":\"" + text(changes.path(0), "key") + "\",\"new_value\":[{\"id\":\"" + text(role, "id")
                + "\",\"name\":\"" + text(role, "name") + "\"}]}]";
    }
}
