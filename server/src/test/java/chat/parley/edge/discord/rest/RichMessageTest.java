package chat.parley.edge.discord.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Embeds and components through the real server: kept, told, changed, and refused where Discord refuses them.
final class RichMessageTest {
    private static final TestServer SERVER = TestServer.start();
    private static final HttpCaller OWNER = SERVER.caller().register("owner");
    private static final int LAYOUT = 1 << 15;
    private static String messages = "";

    @BeforeAll
    static void open() {
        var guild = OWNER.post("/guilds", Map.of("name", "Rich")).json();
        var channels = OWNER.get("/guilds/" + guild.path("id").asString() + "/channels")
                .expected();
        messages = "/channels/"
                + channels.valueStream()
                        .filter(it -> it.path("type").asInt() == 0)
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString()
                + "/messages";
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void an_embed_is_kept_as_it_was_given_and_told_to_everybody() {
        var embed = Map.of(
                "title",
                "Title",
                "description",
                "Text",
                "url",
                "https://example.org/a b",
                "color",
                0xFF8800,
                "timestamp",
                "2026-01-02T03:04:05.678+0100",
                "footer",
                Map.of("text", "foot", "icon_url", "https://example.org/i.png"),
                "author",
                Map.of("name", "who"),
                "image",
                Map.of("url", "attachment://a.png"),
                "fields",
                List.of(Map.of("name", "n", "value", "v", "inline", true)),
                "nonsense",
                "falls away");
        try (var client = GatewayClient.connect(SERVER.gateway())) {
            client.identify(OWNER.token());
            var posted = OWNER.post(messages, Map.of("embeds", List.of(embed))).expected();
            var shown = posted.path("embeds").path(0);
            assertEquals("rich", shown.path("type").asString());
            assertEquals("2026-01-02T02:04:05.678Z", shown.path("timestamp").asString());
            assertEquals("foot", shown.path("footer").path("text").asString());
            assertTrue(shown.path("fields").path(0).path("inline").asBoolean());
            assertFalse(shown.has("nonsense"));
            assertEquals(shown, read(posted).path("embeds").path(0));
            assertEquals(
                    shown,
                    client.event("MESSAGE_CREATE").path("d").path("embeds").path(0));
        }
    }

    @Test
    void an_edit_replaces_what_it_names_and_keeps_the_rest() {
        var row = row(Map.of("type", 2, "style", 1, "label", "Go", "custom_id", "go"));
        var posted = OWNER.post(
                        messages,
                        Map.of(
                                "content",
                                "text",
                                "embeds",
                                List.of(Map.of("title", "one")),
                                "components",
                                List.of(row)))
                .expected();
        String path = messages + "/" + posted.path("id").asString();
        var named = OWNER.patch(path, Map.of("embeds", List.of(Map.of("title", "two"))))
                .expected();
        assertEquals("two", named.path("embeds").path(0).path("title").asString());
        assertEquals("text", named.path("content").asString());
        assertEquals(
                "go",
                named.path("components")
                        .path(0)
                        .path("components")
                        .path(0)
                        .path("custom_id")
                        .asString());
        assertFalse(named.path("edited_timestamp").isNull());
        var bare = OWNER.patch(path, Map.of("embeds", List.of(), "components", List.of()))
                .expected();
        assertEquals(0, bare.path("embeds").size() + bare.path("components").size());
        var empty = OWNER.patch(path, Collections.singletonMap("content", null));
        assertEquals(400, empty.status());
        assertEquals(50006, empty.json().path("code").asInt());
        assertEquals("text", read(posted).path("content").asString());
    }

    @Test
    void a_layout_needs_its_flag_and_numbers_its_components() {
        var section = Map.of(
                "type", 9,
                "components", List.of(Map.of("type", 10, "content", "# Hi")),
                "accessory", Map.of("type", 2, "style", 5, "label", "Site", "url", "https://example.org"));
        var container = Map.of("type", 17, "accent_color", 255, "components", List.of(section, Map.of("type", 14)));
        var refused = OWNER.post(messages, Map.of("components", List.of(container)));
        assertProblem("components.0.type", "BASE_TYPE_CHOICES", refused);
        var posted = OWNER.post(messages, Map.of("flags", LAYOUT, "components", List.of(container)))
                .expected();
        assertEquals(LAYOUT, posted.path("flags").asInt());
        var outer = posted.path("components").path(0);
        assertEquals(1, outer.path("id").asInt());
        assertEquals(2, outer.path("components").path(0).path("id").asInt());
        assertEquals(
                4, outer.path("components").path(0).path("accessory").path("id").asInt());
        var both = OWNER.post(messages, Map.of("flags", LAYOUT, "content", "no", "components", List.of(container)));
        assertProblem("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", both);
    }

    @Test
    void what_breaks_a_limit_is_named_by_its_place_and_nothing_is_posted() {
        var long300 = "x".repeat(300);
        assertProblem("embeds.0.title", "BASE_TYPE_MAX_LENGTH", embeds(Map.of("title", long300)));
        assertProblem("embeds.0.url", "URL_TYPE_INVALID_SCHEME", embeds(Map.of("url", "javascript:alert(1)")));
        assertProblem("embeds.0.timestamp", "DATE_TIME_TYPE_PARSE", embeds(Map.of("timestamp", "soon")));
        assertProblem("embeds.0.color", "NUMBER_TYPE_RANGE", embeds(Map.of("title", "x", "color", 1 << 24)));
        assertProblem("embeds.0.description", "BASE_TYPE_REQUIRED", embeds(Map.of()));
        var field = Map.of("name", "n", "value", "");
        assertProblem("embeds.0.fields.0.value", "BASE_TYPE_BAD_LENGTH", embeds(Map.of("fields", List.of(field))));
        var big = Map.of("description", "x".repeat(4_000));
        var two = OWNER.post(messages, Map.of("embeds", List.of(big, big)));
        assertProblem("embeds", "MAX_EMBED_SIZE_EXCEEDED", two);
        var eleven = IntStream.range(0, 11).mapToObj(_ -> Map.of("title", "t")).toList();
        assertProblem("embeds", "BASE_TYPE_MAX_LENGTH", OWNER.post(messages, Map.of("embeds", eleven)));
    }

    @Test
    void components_that_cannot_be_shown_or_used_are_refused() {
        Map<String, Object> button = Map.of("type", 2, "style", 1, "label", "a", "custom_id", "same");
        assertProblem(
                "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", rows(row(button, button)));
        assertProblem("components.0.components", "BASE_TYPE_BAD_LENGTH", rows(row()));
        assertProblem("components.0.components.0.type", "BASE_TYPE_CHOICES", rows(row(Map.of("type", 4))));
        assertProblem("components.0.components.0.type", "BASE_TYPE_CHOICES", rows(row(Map.of("type", 99))));
        var script = Map.<String, Object>of("type", 2, "style", 5, "label", "a", "url", "javascript:alert(1)");
        assertProblem("components.0.components.0.url", "URL_TYPE_INVALID_SCHEME", rows(row(script)));
        var option = Map.of("label", "l", "value", "v");
        var select = Map.<String, Object>of("type", 3, "custom_id", "s", "options", List.of(option, option));
        assertProblem(
                "components.0.components.0.options.1.value",
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                rows(row(select)));
        assertProblem("components.0.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", rows(row(button, select)));
        var many = IntStream.range(0, 41)
                .mapToObj(_ -> Map.of("type", 10, "content", "x"))
                .toList();
        assertEquals(
                400,
                OWNER.post(messages, Map.of("flags", LAYOUT, "components", many))
                        .status());
    }

    private static HttpCaller.Answer embeds(Map<String, Object> embed) {
        return OWNER.post(messages, Map.of("embeds", List.of(embed)));
    }

    private static HttpCaller.Answer rows(Map<String, Object> row) {
        return OWNER.post(messages, Map.of("components", List.of(row)));
    }

    private static Map<String, Object> row(Object... components) {
        return Map.of("type", 1, "components", List.of(components));
    }

    private static JsonNode read(JsonNode posted) {
        return OWNER.get(messages + "/" + posted.path("id").asString()).expected();
    }

    private static void assertProblem(String field, String code, HttpCaller.Answer answer) {
        assertEquals(400, answer.status(), answer.body());
        var node = answer.json().path("errors");
        for (String step : field.split("\\.", -1)) {
            node = node.path(step);
        }
        assertEquals(code, node.path("_errors").path(0).path("code").asString(), answer.body());
    }
}
