package chat.parley.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.parley.testing.BotHome;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Pictures;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the log tells of threads, planned events, applications, webhooks and emoji, and what it lists beside.
final class AuditTargetsTest {
    private static final BotHome HOME = new BotHome(Map.of());
    private static final BotHome.Bot CLERK = HOME.bot("Clerk");
    private static final String GUILD = "/guilds/" + HOME.guild;
    private static final String GENERAL = "/channels/" + HOME.general;

    private final HttpCaller anna = HOME.anna.because("for the log");

    @AfterAll
    static void close() {
        HOME.close();
    }

    @Test
    void threads_are_told_and_shown() {
        String thread = id(anna.post(GENERAL + "/threads", Map.of("name", "Plans", "type", 11)));
        assertEquals(
                List.of("name", "type", "archived", "locked"), keys(newest(110)).subList(0, 4));
        anna.patch("/channels/" + thread, Map.of("name", "Better plans", "locked", true))
                .expected();
        var entry = newest(111);
        assertEquals(List.of("name", "locked"), keys(entry));
        assertEquals("for the log", entry.path("reason").asString());
        assertEquals("Better plans", shown(111, "threads", thread).path("name").asString());
        anna.delete("/channels/" + thread).expected();
        assertEquals(thread, newest(112).path("target_id").asString());
        assertFalse(newest(112).path("changes").path(0).has("new_value"));
    }

    @Test
    void a_thread_that_a_message_opens_again_is_no_deed() {
        String thread = "/channels/" + id(anna.post(GENERAL + "/threads", Map.of("name", "Sleepy", "type", 11)));
        anna.patch(thread, Map.of("archived", true)).expected();
        String before = newest(111).path("id").asString();
        anna.post(thread + "/messages", Map.of("content", "awake")).expected();
        assertEquals(before, newest(111).path("id").asString());
    }

    @Test
    void planned_events_are_told_and_shown() {
        String start = Instant.now().plus(Duration.ofDays(1)).toString();
        String end = Instant.now().plus(Duration.ofDays(2)).toString();
        var plan = Map.of(
                "name",
                "Fair",
                "privacy_level",
                2,
                "entity_type",
                3,
                "entity_metadata",
                Map.of("location", "Square"),
                "scheduled_start_time",
                start,
                "scheduled_end_time",
                end);
        String event = id(anna.post(GUILD + "/scheduled-events", plan));
        assertEquals(
                "Fair", shown(100, "guild_scheduled_events", event).path("name").asString());
        anna.patch(GUILD + "/scheduled-events/" + event, Map.of("name", "Market"))
                .expected();
        assertEquals(List.of("name"), keys(newest(101)));
        anna.delete(GUILD + "/scheduled-events/" + event).expected();
        assertEquals(event, newest(102).path("target_id").asString());
        assertEquals("for the log", newest(102).path("reason").asString());
    }

    @Test
    void applications_that_come_change_and_go_are_told() {
        var bot = HOME.bot("Passing");
        assertEquals(bot.id(), newest(28).path("target_id").asString());
        assertEquals(bot.id(), newest(80).path("target_id").asString());
        var shown = shown(80, "integrations", bot.id());
        assertEquals("Passing", shown.path("name").asString());
        assertEquals(bot.id(), shown.path("application_id").asString());
        anna.post(
                        "/oauth2/authorize?client_id=" + bot.id() + "&scope=applications.commands",
                        Map.of("guild_id", HOME.guild, "authorize", true))
                .expected();
        assertEquals("scopes", newest(81).path("changes").path(0).path("key").asString());
        anna.delete(GUILD + "/integrations/" + bot.id()).expected();
        var gone = newest(82);
        assertEquals("for the log", gone.path("reason").asString());
        assertEquals("Passing", gone.path("changes").path(0).path("old_value").asString());
    }

    @Test
    void who_may_use_a_command_is_told_rule_by_rule() {
        var clerk = HOME.server.caller().as("Bot " + CLERK.token());
        String application = "/applications/" + CLERK.id();
        String command = id(clerk.post(
                application + "/guilds/" + HOME.guild + "/commands", Map.of("name", "file", "description", "Files")));
        String rules = application + "/guilds/" + HOME.guild + "/commands/" + command + "/permissions";
        var all = Map.of("id", HOME.guild, "type", 1, "permission", false);
        anna.put(rules, Map.of("permissions", List.of(all))).expected();
        anna.put(rules, Map.of("permissions", List.of(Map.of("id", HOME.guild, "type", 1, "permission", true))))
                .expected();
        var entry = newest(121);
        assertEquals(command, entry.path("target_id").asString());
        assertEquals(CLERK.id(), entry.path("options").path("application_id").asString());
        var change = entry.path("changes").path(0);
        assertEquals(HOME.guild, change.path("key").asString());
        assertFalse(change.path("old_value").path("permission").asBoolean());
        assertEquals(
                "file", shown(121, "application_commands", command).path("name").asString());
    }

    @Test
    void webhooks_are_shown_without_their_tokens() {
        String webhook = id(anna.post(GENERAL + "/webhooks", Map.of("name", "Crier")));
        anna.patch("/webhooks/" + webhook, Map.of("name", "Crier")).expected();
        assertEquals(0, log(51).path("audit_log_entries").size());
        var shown = shown(50, "webhooks", webhook);
        assertEquals("Crier", shown.path("name").asString());
        assertFalse(shown.has("token"));
        anna.delete("/webhooks/" + webhook).expected();
        assertEquals("for the log", newest(52).path("reason").asString());
    }

    @Test
    void emoji_are_told() {
        String image = "data:image/png;base64," + Base64.getEncoder().encodeToString(Pictures.of("png", 48, 48));
        String emoji = id(anna.post(GUILD + "/emojis", Map.of("name", "one", "image", image)));
        anna.patch(GUILD + "/emojis/" + emoji, Map.of("name", "two")).expected();
        anna.delete(GUILD + "/emojis/" + emoji).expected();
        for (int kind : new int[] {60, 61, 62}) {
            assertEquals(emoji, newest(kind).path("target_id").asString());
            assertEquals("for the log", newest(kind).path("reason").asString());
        }
    }

    private static JsonNode log(int kind) {
        return HOME.anna.get(GUILD + "/audit-logs?action_type=" + kind).expected();
    }

    private static JsonNode newest(int kind) {
        return log(kind).path("audit_log_entries").path(0);
    }

    private static JsonNode shown(int kind, String list, String id) {
        return log(kind)
                .path(list)
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(JsonNode entry) {
        return entry.path("changes")
                .valueStream()
                .map(it -> it.path("key").asString())
                .toList();
    }

    private static String id(HttpCaller.Answer answer) {
        return answer.expected().path("id").asString();
    }
}
