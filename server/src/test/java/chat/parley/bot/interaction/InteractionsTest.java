package chat.parley.bot.interaction;

import static chat.parley.bot.BotTown.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.bot.BotTown;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Using commands, components and forms, by a person's client, a bot and a bystander on real sockets.
final class InteractionsTest {
    private static final MovingClock CLOCK = new MovingClock();
    private static final TestServer SERVER = TestServer.start(Map.of(), CLOCK);
    private static final BotTown TOWN = new BotTown(SERVER);
    private static final String COMMANDS = "/applications/" + TOWN.application + "/guilds/" + TOWN.guild + "/commands";
    private static final String BYSTANDER = TOWN.member("bystander");
    private static final String PLAIN = command(Map.of("name", "plain", "description", "d"));

    private GatewayClient bot;
    private GatewayClient person;
    private GatewayClient bystander;

    @BeforeEach
    void connect() {
        bot = TOWN.listenAsBot();
        person = TOWN.listen(TOWN.ownerToken);
        bystander = TOWN.listen(BYSTANDER);
    }

    @AfterEach
    void disconnect() {
        List.of(bot, person, bystander).forEach(GatewayClient::close);
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void a_command_reaches_the_bot_whole_and_its_answer_everybody() {
        String command = nested();
        String self = id(TOWN.owner.get("/users/@me").expected());
        var values = List.of(
                Map.of("type", 6, "name", "who", "value", self),
                Map.of("type", 4, "name", "points", "value", 3),
                Map.of("type", 7, "name", "where", "value", TOWN.general));
        var options = List.of(Map.of("name", "member", "options", List.of(Map.of("name", "warn", "options", values))));
        assertEquals(204, use(command, options).status());
        var it = bot.event("INTERACTION_CREATE").path("d");
        assertEquals(2, it.path("type").asInt());
        assertEquals(TOWN.guild, it.path("guild").path("id").asString());
        assertEquals(0, it.path("channel").path("type").asInt());
        assertEquals(0, it.path("context").asInt(-1));
        for (String field : List.of(
                "token", "version", "app_permissions", "entitlements", "attachment_size_limit", "locale", "member")) {
            assertTrue(it.has(field), field);
        }
        assertEquals(
                TOWN.guild, it.path("authorizing_integration_owners").path("0").asString());
        var resolved = it.path("data").path("resolved");
        assertTrue(resolved.path("users").has(self));
        assertTrue(resolved.path("members").path(self).has("permissions"));
        assertTrue(resolved.path("channels").has(TOWN.general));
        assertTrue(person.event("INTERACTION_CREATE").path("d").has("nonce"));

        var answer = callback(it, 4, Map.of("content", "Warned."), true).expected();
        var message = answer.path("resource").path("message");
        assertEquals(20, message.path("type").asInt());
        assertEquals(
                "admin member warn",
                message.path("interaction_metadata").path("name").asString());
        assertEquals(
                "Warned.",
                bystander.event("MESSAGE_CREATE").path("d").path("content").asString());
        person.event("INTERACTION_SUCCESS");
        assertEquals(40_060, callback(it, 4, Map.of("content", "again"), false).code());
    }

    @Test
    void a_whisper_is_seen_changed_and_deleted_before_one_person_only() {
        use(PLAIN, List.of());
        var it = bot.event("INTERACTION_CREATE").path("d");
        assertEquals(
                204,
                callback(it, 4, Map.of("content", "secret", "flags", 64), false).status());
        var seen = person.event("MESSAGE_CREATE").path("d");
        assertEquals("secret", seen.path("content").asString());
        assertEquals(64, seen.path("flags").asInt() & 64);
        String hook = hook(it);
        assertEquals(
                "secret",
                anonymous()
                        .get(hook + "/messages/@original")
                        .expected()
                        .path("content")
                        .asString());
        anonymous()
                .patch(hook + "/messages/%40original", Map.of("content", "changed"))
                .expected();
        assertEquals(
                "changed",
                person.event("MESSAGE_UPDATE").path("d").path("content").asString());
        var more = anonymous()
                .post(hook + "?wait=true", Map.of("content", "more", "flags", 64))
                .expected();
        assertEquals(
                "more", person.event("MESSAGE_CREATE").path("d").path("content").asString());
        assertEquals(204, anonymous().delete(hook + "/messages/" + id(more)).status());
        assertEquals(id(more), id(person.event("MESSAGE_DELETE").path("d")));

        var history = TOWN.owner.get("/channels/" + TOWN.general + "/messages").expected();
        assertTrue(history.valueStream()
                .noneMatch(one -> one.path("content").asString().equals("changed")));
        assertEquals(
                404,
                TOWN.owner
                        .get("/channels/" + TOWN.general + "/messages/" + id(seen))
                        .status());
        say("end");
        bystander.event("MESSAGE_CREATE");
        assertTrue(noneOf(bystander, "MESSAGE_UPDATE", "MESSAGE_DELETE", "INTERACTION_SUCCESS"));
        assertTrue(noneOf(bot, "MESSAGE_UPDATE"));
    }

    @Test
    void a_late_answer_is_announced_and_arrives() {
        use(PLAIN, List.of());
        var it = bot.event("INTERACTION_CREATE").path("d");
        callback(it, 5, Map.of(), false);
        var announced = bystander.event("MESSAGE_CREATE").path("d");
        assertEquals(128, announced.path("flags").asInt() & 128);
        var arrived = anonymous().post(hook(it), Map.of("content", "Here")).expected();
        assertEquals(id(announced), id(arrived));
        var update = bystander.event("MESSAGE_UPDATE").path("d");
        assertEquals(0, update.path("flags").asInt() & 128);
        assertTrue(update.path("edited_timestamp").isNull());
        var followup = anonymous().post(hook(it), Map.of("content", "And more")).expected();
        assertEquals(19, followup.path("type").asInt());
        assertEquals(
                id(announced),
                followup.path("message_reference").path("message_id").asString());
        assertEquals(204, anonymous().delete(hook(it) + "/messages/@original").status());
        bystander.event("MESSAGE_DELETE");
    }

    @Test
    void a_button_changes_its_message_and_a_form_is_filled_in() {
        String message = shown(Map.of("type", 2, "style", 1, "label", "Go", "custom_id", "go"));
        press(message, Map.of("component_type", 2, "custom_id", "go"));
        var pressed = bot.event("INTERACTION_CREATE").path("d");
        assertEquals("go", pressed.path("data").path("custom_id").asString());
        assertEquals(message, id(pressed.path("message")));
        var input = Map.of("type", 4, "custom_id", "why", "label", "Why", "style", 1, "max_length", 5);
        callback(
                pressed,
                9,
                Map.of(
                        "custom_id",
                        "form",
                        "title",
                        "A form",
                        "components",
                        List.of(Map.of("type", 1, "components", List.of(input)))),
                false);
        var form = person.event("INTERACTION_MODAL_CREATE").path("d");
        assertEquals("A form", form.path("title").asString());
        assertTrue(noneOf(bystander, "INTERACTION_MODAL_CREATE"));
        assertEquals(50_035, submit(form, "much too long").code());
        assertEquals(204, submit(form, "fine").status());
        var filled = bot.event("INTERACTION_CREATE").path("d");
        assertEquals(5, filled.path("type").asInt());
        assertEquals(
                "fine",
                filled.path("data")
                        .path("components")
                        .path(0)
                        .path("components")
                        .path(0)
                        .path("value")
                        .asString());
        callback(filled, 7, Map.of("content", "Done", "components", List.of()), false);
        assertEquals(
                "Done",
                bystander.event("MESSAGE_UPDATE").path("d").path("content").asString());
        assertEquals(
                50_035,
                press(message, Map.of("component_type", 2, "custom_id", "go")).code());
    }

    @Test
    void a_menu_takes_what_it_offers() {
        String message = shown(Map.of(
                "type",
                3,
                "custom_id",
                "pick",
                "options",
                List.of(Map.of("label", "A", "value", "a"), Map.of("label", "B", "value", "b"))));
        assertEquals(50_035, pick(message, List.of("c")).code());
        assertEquals(50_035, pick(message, List.of("a", "b")).code());
        assertEquals(204, pick(message, List.of("b")).status());
        var it = bot.event("INTERACTION_CREATE").path("d");
        assertEquals("b", it.path("data").path("values").path(0).asString());
        assertEquals(204, callback(it, 6, Map.of(), false).status());
        anonymous()
                .patch(hook(it) + "/messages/@original", Map.of("content", "Picked"))
                .expected();
        assertEquals(
                "Picked",
                bystander.event("MESSAGE_UPDATE").path("d").path("content").asString());
    }

    @Test
    void choices_are_offered_to_who_writes() {
        var fruit = new HashMap<>(option(3, "fruit", true));
        fruit.put("autocomplete", true);
        String command = command(Map.of("name", "eat", "description", "d", "options", List.of(fruit)));
        var writing = List.of(Map.of("type", 3, "name", "fruit", "value", "ap", "focused", true));
        assertEquals(
                204,
                send(4, Map.of("id", command, "options", writing), Map.of()).status());
        var it = bot.event("INTERACTION_CREATE").path("d");
        assertTrue(it.path("data").path("options").path(0).path("focused").asBoolean());
        var choices = List.of(Map.of("name", "Apple", "value", "apple"));
        assertEquals(50_035, callback(it, 4, Map.of("content", "no"), false).code());
        assertEquals(204, callback(it, 8, Map.of("choices", choices), false).status());
        var offered = person.event("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE").path("d");
        assertEquals("apple", offered.path("choices").path(0).path("value").asString());
        assertTrue(noneOf(bystander, "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE"));
    }

    @Test
    void menus_of_people_and_messages_name_their_target() {
        String report = command(Map.of("name", "Report", "type", 3));
        String said = say("reported");
        send(2, Map.of("id", report, "target_id", said), Map.of());
        var it = bot.event("INTERACTION_CREATE").path("d");
        var resolved = it.path("data").path("resolved").path("messages").path(said);
        assertEquals("reported", resolved.path("content").asString());
        var answer = callback(it, 4, Map.of("content", "ok"), true).expected();
        assertEquals(23, answer.path("resource").path("message").path("type").asInt());
    }

    @Test
    void nobody_waits_longer_than_three_seconds() {
        use(PLAIN, List.of());
        var missed = bot.event("INTERACTION_CREATE").path("d");
        use(PLAIN, List.of());
        var answered = bot.event("INTERACTION_CREATE").path("d");
        callback(answered, 4, Map.of("content", "in time"), false);
        CLOCK.pass(Duration.ofMillis(3_100));
        person.event("INTERACTION_FAILURE");
        assertEquals(
                10_062, callback(missed, 4, Map.of("content", "late"), false).code());
        anonymous().post(hook(answered), Map.of("content", "more")).expected();
    }

    @Test
    void what_was_not_asked_for_is_refused() {
        String command =
                command(Map.of("name", "strict", "description", "d", "options", List.of(option(4, "count", true))));
        assertEquals(50_035, use(command, List.of()).code());
        assertEquals(
                50_035,
                use(command, List.of(Map.of("name", "count", "value", "three"))).code());
        assertEquals(
                50_035,
                use(command, List.of(Map.of("name", "other", "value", 1))).code());
        assertEquals(10_063, use("1", List.of()).code());
        var forged = anonymous().post("/interactions/1/abc/callback", Map.of("type", 5));
        assertEquals(10_062, forged.code());
        var caller = SERVER.caller().as(BotTown.token(SERVER, "outsider"));
        var body = Map.of(
                "type", 2, "application_id", TOWN.application, "channel_id", TOWN.general, "data", Map.of("id", PLAIN));
        assertEquals(10_003, caller.post("/interactions", body).code());
    }

    /// `/admin member warn`, with four options.
    private static String nested() {
        var options = List.of(
                option(6, "who", true), option(3, "why", false), option(4, "points", false), option(7, "where", false));
        var warn = Map.of("type", 1, "name", "warn", "description", "d", "options", options);
        var group = Map.of("type", 2, "name", "member", "description", "d", "options", List.of(warn));
        return command(Map.of("name", "admin", "description", "d", "options", List.of(group)));
    }

    private static Map<String, Object> option(int type, String name, boolean required) {
        return Map.of("type", type, "name", name, "description", "d", "required", required);
    }

    private static String command(Map<String, Object> body) {
        return id(TOWN.bot.post(COMMANDS, body).expected());
    }

    private static HttpCaller anonymous() {
        return SERVER.caller();
    }

    private static HttpCaller.Answer use(String command, List<?> options) {
        return send(2, Map.of("id", command, "options", options), Map.of());
    }

    private static HttpCaller.Answer press(String message, Map<String, Object> data) {
        return send(3, data, Map.of("message_id", message));
    }

    private static HttpCaller.Answer pick(String message, List<String> values) {
        return press(message, Map.of("component_type", 3, "custom_id", "pick", "values", values));
    }

    private static HttpCaller.Answer submit(JsonNode form, String value) {
        var input = Map.of("type", 4, "custom_id", "why", "value", value);
        return send(
                5,
                Map.of(
                        "id",
                        id(form),
                        "custom_id",
                        "form",
                        "components",
                        List.of(Map.of("type", 1, "components", List.of(input)))),
                Map.of());
    }

    private static HttpCaller.Answer send(int type, Map<String, Object> data, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("type", type);
        body.put("application_id", TOWN.application);
        body.put("channel_id", TOWN.general);
        body.put("nonce", "n1");
        body.put("data", data);
        return TOWN.owner.post("/interactions", body);
    }

    private static HttpCaller.Answer callback(JsonNode it, int type, Map<String, Object> data, boolean whole) {
        String path = "/interactions/" + id(it) + "/" + it.path("token").asString() + "/callback";
        return anonymous().post(path + (whole ? "?with_response=true" : ""), Map.of("type", type, "data", data));
    }

    private static String hook(JsonNode it) {
        return "/webhooks/" + TOWN.application + "/" + it.path("token").asString();
    }

    private static String say(String text) {
        return id(TOWN.owner
                .post("/channels/" + TOWN.general + "/messages", Map.of("content", text))
                .expected());
    }

    private static String shown(Map<String, Object> component) {
        var rows = List.of(Map.of("type", 1, "components", List.of(component)));
        return id(TOWN.bot
                .post("/channels/" + TOWN.general + "/messages", Map.of("content", "use me", "components", rows))
                .expected());
    }

    private static boolean noneOf(GatewayClient client, String... events) {
        var seen = new ArrayList<String>();
        client.pending().forEach(it -> seen.add(it.path("t").asString("")));
        boolean none = true;
        for (String event : events) {
            none &= !seen.contains(event);
        }
        assertFalse(seen.contains("nothing"));
        return none;
    }
}
