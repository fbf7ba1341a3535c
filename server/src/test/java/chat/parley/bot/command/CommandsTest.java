package chat.parley.bot.command;

import static chat.parley.bot.BotTown.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.json.Json;
import chat.parley.bot.BotTown;
import chat.parley.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Registering commands and who may use them, through the real server.
final class CommandsTest {
    private static final TestServer SERVER = TestServer.start();
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final String GLOBAL = "/applications/" + TOWN.application + "/commands";
    private static final String HERE = "/applications/" + TOWN.application + "/guilds/" + TOWN.guild + "/commands";

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_command_is_made_changed_read_and_deleted() {
        var made = TOWN.bot.post(GLOBAL, Map.of("name", "ping", "description", "Says pong"));
        assertEquals(201, made.status());
        String command = id(made.json());
        assertEquals(1, made.json().path("type").asInt());
        assertTrue(made.json().path("default_member_permissions").isNull());
        var again = TOWN.bot.post(GLOBAL, Map.of("name", "ping", "description", "Says more"));
        assertEquals(200, again.status());
        assertEquals(command, id(again.json()));
        var changed = TOWN.bot
                .patch(GLOBAL + "/" + command, Map.of("default_member_permissions", "8"))
                .expected();
        assertEquals("Says more", changed.path("description").asString());
        assertEquals("8", changed.path("default_member_permissions").asString());
        assertEquals(200, TOWN.bot.get(GLOBAL + "/" + command).status());
        assertEquals(204, TOWN.bot.delete(GLOBAL + "/" + command).status());
        assertEquals(10_063, TOWN.bot.get(GLOBAL + "/" + command).code());
    }

    @Test
    void replacing_all_keeps_the_ids_of_known_names() {
        var before = TOWN.bot
                .put(HERE, List.of(command("one"), command("two"), Map.of("name", "Look up", "type", 2)))
                .expected();
        var after =
                TOWN.bot.put(HERE, List.of(command("two"), command("three"))).expected();
        assertEquals(2, after.size());
        assertEquals(id(before.path(1)), id(after.path(0)));
        assertEquals(2, TOWN.bot.get(HERE).expected().size());
        assertTrue(TOWN.bot.put(HERE, List.of()).expected().isEmpty());
        var twice = TOWN.bot.put(HERE, List.of(command("same"), command("same")));
        assertTrue(twice.json().path("errors").path("1").has("name"), twice.body());
    }

    @Test
    void only_the_application_and_its_owner_change_its_commands() {
        var stranger = SERVER.caller().as(BotTown.token(SERVER, "stranger"));
        assertEquals(10_002, stranger.put(GLOBAL, List.of()).code());
        assertEquals(200, TOWN.owner.get(GLOBAL).status());
        String elsewhere =
                id(TOWN.owner.post("/guilds", Map.of("name", "Elsewhere")).expected());
        String path = "/applications/" + TOWN.application + "/guilds/" + elsewhere + "/commands";
        assertEquals(50_001, TOWN.bot.put(path, List.of()).code());
    }

    @Test
    void localisations_are_told_in_the_language_of_the_reader() {
        var body = Map.of("name", "greet", "description", "Greets", "name_localizations", Map.of("de", "gruss"));
        var made = TOWN.bot.post(HERE, body).expected();
        assertEquals("gruss", made.path("name_localizations").path("de").asString());
        var whole = named(TOWN.bot.get(HERE + "?with_localizations=true").expected(), "greet");
        assertEquals("gruss", whole.path("name_localizations").path("de").asString());
        assertFalse(named(TOWN.bot.get(HERE).expected(), "greet").has("name_localizations"));
        TOWN.owner.patch("/users/@me/settings", Map.of("locale", "de")).expected();
        var index = TOWN.owner
                .get("/channels/" + TOWN.general + "/application-command-index")
                .expected();
        var shown = named(index.path("application_commands"), "greet");
        assertEquals("gruss", shown.path("name_localized").asString());
        assertEquals(1, index.path("applications").size());
    }

    @Test
    void options_that_make_no_sense_are_refused_by_name() {
        refused(Map.of("type", 3, "name", "UPPER", "description", "d"), "name");
        refused(Map.of("type", 3, "name", "a", "description", ""), "description");
        refused(Map.of("type", 99, "name", "a", "description", "d"), "type");
        refused(Map.of("type", 4, "name", "a", "description", "d", "min_value", 5, "max_value", 3), "min_value");
        refused(
                Map.of(
                        "type",
                        4,
                        "name",
                        "a",
                        "description",
                        "d",
                        "choices",
                        List.of(Map.of("name", "x", "value", "text"))),
                "choices");
        refused(Map.of("type", 6, "name", "a", "description", "d", "autocomplete", true), "choices");
        refused(Map.of("type", 2, "name", "a", "description", "d", "options", List.of(option(3, "deep"))), "options");
        var mixed = Map.of("name", "mixed", "description", "d", "options", List.of(option(3, "a"), option(1, "b")));
        assertEquals(50_035, TOWN.bot.post(HERE, mixed).code());
        var order = Map.of(
                "name",
                "order",
                "description",
                "d",
                "options",
                List.of(option(3, "a"), Map.of("type", 3, "name", "b", "description", "d", "required", true)));
        assertEquals(50_035, TOWN.bot.post(HERE, order).code());
    }

    @Test
    void who_may_use_a_command_is_what_the_guild_says_and_else_what_the_command_asks() {
        String member = TOWN.member("reader");
        var reader = SERVER.caller().as(member);
        String self = id(reader.get("/users/@me").expected());
        String open = id(TOWN.bot.post(HERE, command("open")).expected());
        var guarded = new HashMap<String, Object>(command("guarded"));
        guarded.put("default_member_permissions", "4");
        String strict = id(TOWN.bot.post(HERE, guarded).expected());
        assertTrue(usable(member, "open"));
        assertFalse(usable(member, "guarded"));

        rule(strict, List.of(rule(self, 2, true)));
        assertTrue(usable(member, "guarded"));
        rule(open, List.of(rule(TOWN.guild, 1, false)));
        assertFalse(usable(member, "open"));
        rule(open, List.of(rule(TOWN.guild, 1, false), rule(self, 2, true), rule(TOWN.general, 3, false)));
        assertFalse(usable(member, "open"));
        assertTrue(usable(TOWN.ownerToken, "open"));
        assertEquals(
                50_013,
                reader.put(HERE + "/" + open + "/permissions", Map.of("permissions", List.of()))
                        .code());
        assertEquals(
                3,
                TOWN.owner
                        .get(HERE + "/" + open + "/permissions")
                        .expected()
                        .path("permissions")
                        .size());
    }

    /// Whatever a bot sends as options, it is taken or refused, and what is taken can be read again.
    @Test
    void any_tree_of_options_is_taken_or_refused() {
        var random = new Random(20_261_121);
        int taken = 0;
        for (int i = 0; i < 300; i++) {
            var body = Json.mapper().createObjectNode();
            body.put("name", "fuzz");
            body.put("description", "d");
            body.set("options", tree(random, 3));
            var answer = TOWN.bot.send("POST", HERE, body.toString());
            assertTrue(answer.status() == 200 || answer.status() == 201 || answer.code() == 50_035, answer.body());
            if (answer.status() < 300) {
                taken++;
                assertEquals(
                        answer.json(),
                        TOWN.bot.get(HERE + "/" + id(answer.json())).expected());
            }
        }
        assertTrue(taken > 0);
    }

    private static JsonNode tree(Random random, int depth) {
        var names = List.of("a", "b", "c", "UP", "", "ö", "💡");
        var list = Json.mapper().createArrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            var option = list.addObject();
            option.put("type", random.nextInt(13));
            option.put("name", names.get(random.nextInt(random.nextInt(3) == 0 ? 7 : 3)));
            option.put("description", "d");
            if (random.nextInt(3) == 0) {
                option.put("required", random.nextBoolean());
            }
            if (random.nextInt(4) == 0) {
                option.put("min_value", random.nextInt(10) - 5);
            }
            if (random.nextInt(4) == 0) {
                option.putArray("choices").addObject().put("name", "n").put("value", random.nextInt(5));
            }
            if (depth > 0 && random.nextInt(2) == 0) {
                option.set("options", tree(random, depth - 1));
            }
        }
        return list;
    }

    private static void refused(Map<String, Object> option, String field) {
        var answer = TOWN.bot.post(HERE, Map.of("name", "bad", "description", "d", "options", List.of(option)));
        assertEquals(50_035, answer.code(), answer.body());
        assertTrue(answer.json().path("errors").path("options").path("0").has(field), answer.body());
    }

    private static void rule(String command, List<Map<String, Object>> rules) {
        TOWN.owner
                .put(HERE + "/" + command + "/permissions", Map.of("permissions", rules))
                .expected();
    }

    private static Map<String, Object> rule(String id, int type, boolean permission) {
        return Map.of("id", id, "type", type, "permission", permission);
    }

    private static boolean usable(String token, String name) {
        var index = SERVER.caller().as(token).get("/channels/" + TOWN.general + "/application-command-index");
        return index.expected()
                .path("application_commands")
                .valueStream()
                .anyMatch(it -> it.path("name").asString().equals(name));
    }

    private static Map<String, Object> command(String name) {
        return Map.of("name", name, "description", "d");
    }

    private static Map<String, Object> option(int type, String name) {
        return Map.of("type", type, "name", name, "description", "d");
    }

    private static JsonNode named(JsonNode commands, String name) {
        return commands.valueStream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
