package chat.parley.bots;

import static chat.parley.bots.Guest.focused;
import static chat.parley.bots.Guest.option;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bots.jda.Warden;
import chat.parley.config.Keys;
import chat.parley.testing.BotHome;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The moderation, ticket and poll bots of `bots/`, with all of the rate limits on, used by people for whatever
/// they can do. Neither bot may write a single warning.
final class WardenTest {
    private static final int USER = 6;
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int ROLE = 8;
    private static final int EPHEMERAL = 64;

    @Test
    void discordjs_does_its_whole_job() {
        try (var home = home()) {
            var bot = home.bot("Warden");
            var environment = Map.of(
                    "BOT_TOKEN", bot.token(), "PARLEY_URL", home.server.http().toString());
            try (var program = Program.node("discordjs/warden.js", environment)) {
                Program.watched(program, () -> wholeJob(home, bot, program));
            }
        }
    }

    @Test
    void jda_does_its_whole_job() {
        try (var home = home()) {
            var bot = home.bot("Warden");
            var environment = Map.of(
                    "BOT_TOKEN", bot.token(), "PARLEY_URL", home.server.http().toString());
            try (var program = Program.java(Warden.class, environment)) {
                Program.watched(program, () -> wholeJob(home, bot, program));
            }
        }
    }

    private static BotHome home() {
        return new BotHome(Map.of(Keys.RATE_LIMITS, "on", Keys.SIGN_INS_PER_MINUTE, "100"));
    }

    private static void wholeJob(BotHome home, BotHome.Bot bot, Program program) {
        program.line(it -> it.equals("ready"), "the bot to be ready");
        try (var anna = new Guest(home, home.anna, bot.id());
                var ben = new Guest(home, home.ben, bot.id())) {
            String carla = home.carla.get("/users/@me").expected().path("id").asString();
            warn(home, anna, ben, carla);
            moderate(home, anna, ben, carla);
            ticket(home, anna, ben);
            poll(home, anna, ben, program);
            target(home, anna, ben, carla);
            ban(home, carla, program);
        }
        assertEquals(
                List.of(),
                program.lines().stream()
                        .filter(it -> it.contains("WARN") || it.contains("ERROR"))
                        .toList());
    }

    private static void warn(BotHome home, Guest anna, Guest ben, String carla) {
        var choices = anna.complete("warn", option(USER, "user", carla), focused(STRING, "reason", "s"));
        assertEquals(2, choices.size(), choices.toString());
        anna.command("warn", option(USER, "user", carla), option(STRING, "reason", "Shouting"));
        var told = anna.edited("Warned carla, 1 so far.");
        assertEquals(EPHEMERAL, told.path("flags").asInt() & EPHEMERAL);
        anna.message("It is in the log.");
        ben.until(
                "MESSAGE_CREATE",
                it -> it.at("/embeds/0/description").asString("").equals("Shouting"));
        var history = home.anna.get("/channels/" + home.general + "/messages").expected();
        assertTrue(history.isEmpty() || !history.toString().contains("so far"), "what is ephemeral is nowhere kept");
    }

    private static void moderate(BotHome home, Guest anna, Guest ben, String carla) {
        anna.command("timeout", option(USER, "user", carla), option(INTEGER, "minutes", 5));
        anna.message("<@" + carla + "> rests until");
        String member = "/guilds/" + home.guild + "/members/" + carla;
        assertFalse(home.anna
                .get(member)
                .expected()
                .path("communication_disabled_until")
                .isNull());
        String role = home.anna
                .post("/guilds/" + home.guild + "/roles", Map.of("name", "Gardener"))
                .expected()
                .path("id")
                .asString();
        Object give = Map.of(
                "type", 1, "name", "give", "options", List.of(option(USER, "user", carla), option(ROLE, "role", role)));
        anna.command("role", give);
        anna.message("carla is now Gardener.");
        assertEquals(
                role, home.anna.get(member).expected().path("roles").path(0).asString());
        home.ben
                .post("/channels/" + home.general + "/messages", Map.of("content", "Buy now! Cheap!"))
                .expected();
        ben.until("MESSAGE_DELETE", _ -> true);
        ben.message("No trade here, <@");
        anna.command("purge", option(INTEGER, "count", 2));
        anna.edited("Deleted 2 messages.");
    }

    private static void ticket(BotHome home, Guest anna, Guest ben) {
        anna.command("tickets");
        var desk = ben.message("How can we help?");
        ben.press(desk, "ticket:open", 2);
        var form = ben.until("INTERACTION_MODAL_CREATE", _ -> true);
        assertEquals("A ticket", form.path("title").asString());
        ben.submit(form, List.of(field("subject", "My rake"), field("text", "It is gone.")));
        var thread = ben.until("THREAD_CREATE", it -> it.path("name").asString().equals("My rake"));
        var written = ben.until("MESSAGE_CREATE", it -> !it.path("attachments").isEmpty());
        assertEquals(thread.path("id"), written.path("channel_id"));
        assertEquals(
                "ticket.txt",
                written.path("attachments").path(0).path("filename").asString());
        ben.edited("Your ticket is <#" + thread.path("id").asString());
        ben.press(written, "ticket:priority", 3, "high");
        ben.edited("Priority: high");
        ben.press(written, "ticket:close", 2);
        ben.message("Closed.");
        var closed = ben.until("THREAD_UPDATE", it -> it.path("id").equals(thread.path("id")));
        assertTrue(closed.path("thread_metadata").path("archived").asBoolean());
        filed(home, anna);
    }

    /// What was said in the ticket stands in the log, written by a webhook, and with it what the attached file says.
    private static void filed(BotHome home, Guest anna) {
        var filed = anna.edited("Filed: My rake");
        assertTrue(filed.has("webhook_id"));
        assertEquals("Ticket archive", filed.path("author").path("username").asString());
        var address = URI.create(filed.path("attachments").path(0).path("url").asString());
        var transcript = home.anna.send("GET", "/" + address.getRawPath() + "?" + address.getRawQuery(), null);
        assertEquals(200, transcript.status());
        assertTrue(transcript.body().contains("It is gone."), transcript.body());
        anna.until(
                "GUILD_AUDIT_LOG_ENTRY_CREATE",
                it -> it.path("reason").asString("").equals("Solved"));
        var reasons = reasons(home);
        assertEquals("To be seen", reasons.get(31));
        assertEquals("As asked", reasons.get(25));
        assertEquals("A ticket", reasons.get(110));
        assertEquals("Solved", reasons.get(111));
        assertEquals("To file a ticket", reasons.get(50));
    }

    private static Map<Integer, String> reasons(BotHome home) {
        var reasons = new HashMap<Integer, String>();
        home.anna
                .get("/guilds/" + home.guild + "/audit-logs?limit=100")
                .expected()
                .path("audit_log_entries")
                .forEach(it -> reasons.putIfAbsent(
                        it.path("action_type").asInt(), it.path("reason").asString("")));
        return reasons;
    }

    private static Map<String, Object> field(String id, String value) {
        return Map.of("type", 1, "components", List.of(Map.of("type", 4, "custom_id", id, "value", value)));
    }

    private static void poll(BotHome home, Guest anna, Guest ben, Program program) {
        anna.command("poll", option(STRING, "question", "Tea?"), option(STRING, "answers", "Yes, No"));
        var asked = ben.until("MESSAGE_CREATE", it -> it.has("poll"));
        assertEquals(2, asked.path("poll").path("answers").size());
        home.ben
                .put(
                        "/channels/" + home.general + "/polls/"
                                + asked.path("id").asString() + "/answers/@me",
                        Map.of("answer_ids", List.of("1")))
                .expected();
        program.line(it -> it.startsWith("vote 1 of"), "the vote to be heard");
        ben.until(
                "MESSAGE_UPDATE",
                it -> it.path("poll").path("results").path("is_finalized").asBoolean(false));
    }

    private static void target(BotHome home, Guest anna, Guest ben, String carla) {
        ben.command("Who is this", 2, carla);
        // The poll's result is an embed too.
        ben.until(
                "MESSAGE_CREATE",
                it -> it.at("/embeds/0/author/name").asString("").equals("carla"));
        JsonNode rude = anna.caller()
                .post("/channels/" + home.general + "/messages", Map.of("content", "Rude words"))
                .expected();
        ben.command("Report", 3, rude.path("id").asString());
        anna.until(
                "MESSAGE_CREATE",
                it -> it.path("embeds").path(0).path("description").asString("").equals("Rude words"));
        ben.message("Thank you, we look into it.");
    }

    private static void ban(BotHome home, String carla, Program program) {
        home.anna.put("/guilds/" + home.guild + "/bans/" + carla, Map.of()).expected();
        program.line(it -> it.equals("banned carla"), "the ban to be heard");
    }
}
