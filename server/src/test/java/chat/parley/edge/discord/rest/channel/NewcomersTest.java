package chat.parley.edge.discord.rest.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What newcomers may not do yet, besides writing and reacting.
final class NewcomersTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final String GUILD = "/guilds/" + TOWN.guild;
    private static final String GENERAL = "/channels/" + TOWN.general;

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void whoever_is_too_new_neither_starts_threads_nor_votes() {
        String message = BotTown.id(
                TOWN.owner.post(GENERAL + "/messages", Map.of("poll", poll())).expected());
        TOWN.owner.patch(GUILD, Map.of("verification_level", 3)).expected();
        var ben = SERVER.caller().as(TOWN.member("ben"));

        var thread = Map.of("name", "Mine", "type", 11);
        assertEquals(50_009, ben.post(GENERAL + "/threads", thread).code());
        assertEquals(
                50_009,
                ben.post(GENERAL + "/messages/" + message + "/threads", Map.of("name", "Mine"))
                        .code());
        String votes = GENERAL + "/polls/" + message + "/answers/@me";
        assertEquals(50_009, ben.put(votes, Map.of("answer_ids", List.of("1"))).code());

        TOWN.owner.patch(GUILD, Map.of("verification_level", 0)).expected();
        ben.post(GENERAL + "/threads", thread).expected();
        ben.put(votes, Map.of("answer_ids", List.of("1"))).expected();
    }

    @Test
    void whoever_has_not_accepted_the_rules_does_not_vote_and_the_inspector_says_why() {
        String message = BotTown.id(
                TOWN.owner.post(GENERAL + "/messages", Map.of("poll", poll())).expected());
        var terms = Map.of("field_type", "TERMS", "label", "Rules", "required", true, "values", List.of("Be kind"));
        var rules = Map.of("enabled", true, "form_fields", List.of(terms));
        TOWN.owner.patch(GUILD + "/member-verification", rules).expected();
        HttpCaller carla = SERVER.caller().as(TOWN.member("carla"));

        String votes = GENERAL + "/polls/" + message + "/answers/@me";
        assertEquals(
                50_013, carla.put(votes, Map.of("answer_ids", List.of("1"))).code());
        String id = BotTown.id(carla.get("/users/@me").expected());
        var told = TOWN.owner
                .get(GUILD + "/members/" + id + "/permissions?channel=" + TOWN.general)
                .expected();
        boolean found = false;
        for (var entry : told.path("entries")) {
            if (entry.path("permission").asString().equals("SEND_MESSAGES")) {
                assertEquals("pending", entry.path("reason").asString());
                assertEquals(false, entry.path("allowed").asBoolean());
                found = true;
            }
        }
        assertTrue(found);
        TOWN.owner
                .patch(GUILD + "/member-verification", Map.of("enabled", false))
                .expected();
    }

    private static Map<String, Object> poll() {
        return Map.of(
                "question", Map.of("text", "Tea?"), "answers", List.of(Map.of("poll_media", Map.of("text", "Yes"))));
    }
}
