package chat.parley.edge.discord.rest.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.TestServer;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// The document against the route table, and the page that shows it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpenApiTest {
    private final TestServer server = TestServer.start();
    private final JsonNode document = server.caller().get("/openapi.json").expected();

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void every_route_is_described_and_nothing_else() {
        var told = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> told.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        var there = new TreeSet<String>();
        server.routes().forEach(it -> there.add(it.method().name() + " " + it.pattern()));
        assertEquals(there, told);
        assertTrue(there.containsAll(Told.all().keySet()), "an answer is told of a route that is not there");
    }

    @Test
    void operations_have_names_of_their_own_and_references_lead_somewhere() {
        var names = new HashSet<String>();
        for (var path : document.path("paths")) {
            for (var operation : path) {
                assertTrue(names.add(operation.path("operationId").asString()), operation.toString());
                assertTrue(operation.path("summary").asString().length() > 5, operation.toString());
            }
        }
        for (String reference : document.findValuesAsString("$ref")) {
            String name = reference.replaceFirst("^#/components/schemas/", "");
            assertTrue(document.path("components").path("schemas").has(name), reference);
        }
    }

    @Test
    void null_and_absent_are_told_apart() {
        var user = document.path("components").path("schemas").path("User");
        var required = Set.copyOf(
                user.path("required").valueStream().map(JsonNode::asString).toList());
        assertTrue(required.contains("global_name"));
        assertTrue(!required.contains("bot"));
        assertEquals("null", user.at("/properties/avatar/anyOf/1/type").asString());
        assertEquals(
                "#/components/schemas/Snowflake", user.at("/properties/id/$ref").asString());
    }

    @Test
    void what_a_route_takes_is_what_its_method_reads() {
        var message = body("post", "/channels/{channel}/messages");
        assertEquals(4_000, message.at("/content/maxLength").asInt());
        assertEquals("array", message.at("/embeds/type").asString());
        assertEquals("string", message.at("/embeds/items/properties/title/type").asString());
        assertEquals(
                "integer",
                body("post", "/channels/{channel}/invites").at("/max_age/type").asString());
        assertEquals(
                "#/components/schemas/Snowflake",
                body("post", "/channels/{channel}/followers")
                        .at("/webhook_channel_id/$ref")
                        .asString());
        var role = document.at("/paths").path("/guilds/{guild}/roles").at("/post/requestBody");
        assertEquals("boolean", role.findPath("hoist").path("type").asString());
        var many = document.at("/paths").path("/guilds/{guild}/roles").at("/patch/requestBody");
        assertEquals("array", many.findPath("schema").path("type").asString());
    }

    @Test
    void whatever_changes_something_says_what_it_takes_and_whatever_is_read_that_it_answers() {
        var dumb = new TreeSet<String>();
        var silent = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                String name = method.getKey() + " " + path.getKey();
                if (method.getKey().equals("patch") && !method.getValue().has("requestBody")) {
                    dumb.add(name);
                }
                if (method.getKey().equals("get")
                        && !method.getValue().path("responses").path("2XX").has("content")) {
                    silent.add(name);
                }
            }
        }
        assertEquals(Set.of(), dumb);
        // The document itself, and a picture: neither has a shape.
        assertEquals(Set.of("get /openapi.json", "get /guilds/{guild}/widget.png"), silent);
    }

    @Test
    void every_answer_has_a_shape() {
        var unknown = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                var schema = method.getValue().at("/responses/2XX/content/application~1json/schema");
                if (schema.isObject() && schema.isEmpty()) {
                    unknown.add(method.getKey() + " " + path.getKey());
                }
            }
        }
        assertEquals(Set.of(), unknown);
        var guild = document.at("/paths").path("/guilds/{guild}").at("/get/responses/2XX");
        assertEquals(
                "integer", guild.findPath("verification_level").path("type").asString());
        var found = document.path("components").path("schemas").path("MessageSearchHit");
        assertEquals("boolean", found.at("/properties/hit/type").asString());
    }

    @Test
    void it_is_a_document_as_openapi_3_1_wants_it() throws IOException {
        try (var in = OpenApiTest.class.getResourceAsStream("/openapi-3.1-schema.json")) {
            String schema = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
            var problems = registry.getSchema(schema).validate(document);
            assertEquals(
                    List.of(), problems.stream().limit(5).map(Object::toString).toList());
            var dialect = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
            for (var one : document.path("components").path("schemas").properties()) {
                assertEquals(List.of(), dialect.validate(one.getValue()), one.getKey());
            }
            for (var content : document.findValues("application/json")) {
                assertEquals(List.of(), dialect.validate(content.path("schema")));
            }
        }
    }

    private JsonNode body(String method, String path) {
        return document.path("paths")
                .path(path)
                .path(method)
                .at("/requestBody/content/application~1json/schema/properties");
    }

    @Test
    void the_page_brings_all_it_needs_and_lets_nothing_else_run() {
        var page = server.caller().send("GET", "//api/docs", null);
        assertEquals(200, page.status());
        String policy = page.headers().firstValue("content-security-policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
        for (String file : new String[] {"//api/docs.js", "//api/docs.css"}) {
            assertEquals(200, server.caller().send("GET", file, null).status());
        }
        assertEquals(405, server.caller().send("POST", "//api/docs", "{}").status());
    }
}
