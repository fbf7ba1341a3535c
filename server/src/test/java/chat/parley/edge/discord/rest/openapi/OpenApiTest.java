package chat.parley.edge.discord.rest.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.testing.TestServer;
import java.util.HashSet;
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
