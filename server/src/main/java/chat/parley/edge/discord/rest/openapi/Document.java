package chat.parley.edge.discord.rest.openapi;

import chat.parley.base.limit.RateRule;
import chat.parley.edge.discord.rest.openapi.code.Operations;
import chat.parley.edge.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI 3.1 document of a route table.
final class Document {
    private static final Set<String> NOT_IDS = Set.of("code", "emoji", "token", "hash", "name", "file");

    private final ObjectNode root = Shapes.node();
    private final Shapes shapes;
    private final Operations operations;

    private Document(String version) {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Parley")
                .put("version", version)
                .put("description", "Discord's HTTP API v10, and what people's clients need beside it.");
        root.putArray("servers").addObject().put("url", "/api/v10");
        var components = root.putObject("components");
        var security = components.putObject("securitySchemes");
        security.putObject("token")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Authorization")
                .put("description", "A person's access token, or `Bot ` and a bot's.");
        shapes = new Shapes(components.putObject("schemas"));
        shapes.of(Refused.class);
        operations = new Operations(shapes::of);
    }

    /// What comes with every status from 400 on.
    ///
    /// @param code Discord's, 0 when it has none
    private record Refused(int code, String message) {}

    static ObjectNode of(List<Route> routes, String version) {
        var document = new Document(version);
        var paths = document.root.putObject("paths");
        for (var route : routes) {
            var path = paths.withObjectProperty(route.pattern());
            document.operation(route, path.putObject(route.method().name().toLowerCase(Locale.ROOT)));
        }
        return document.root;
    }

    private void operation(Route route, ObjectNode out) {
        out.put("summary", Sentences.of(route));
        out.put("operationId", Sentences.id(route));
        out.putArray("tags").add(Sentences.tag(route));
        out.put("description", access(route));
        if (route.access() != Route.Access.PUBLIC) {
            out.putArray("security").addObject().putArray("token");
        }
        parameters(route, out);
        var told = operations.of(route);
        if (route.method().name().equals("PATCH")) {
            // What a change must be when it is there need not be there.
            told.body().remove("required");
        }
        if (!told.body().isEmpty() || route.files()) {
            body(route, told.body(), out);
        }
        responses(route, told.answers(), out.putObject("responses"));
    }

    private static String access(Route route) {
        String who = switch (route.access()) {
            case PUBLIC -> "Needs no token.";
            case CALLER -> "For people and bots.";
            case PERSON -> "For people; a bot is refused with code 20001.";
        };
        return route.rule() == RateRule.NONE ? who : who + " Has a rate limit of its own.";
    }

    private void parameters(Route route, ObjectNode out) {
        var names = Sentences.parts(route.pattern()).stream()
                .filter(it -> it.startsWith("{"))
                .map(it -> it.substring(1, it.length() - 1))
                .toList();
        if (names.isEmpty()) {
            return;
        }
        var list = out.putArray("parameters");
        for (String name : names) {
            var one = list.addObject().put("name", name).put("in", "path").put("required", true);
            var schema = one.putObject("schema");
            if (NOT_IDS.contains(name)) {
                schema.put("type", "string");
            } else {
                schema.put("$ref", "#/components/schemas/Snowflake");
            }
        }
    }

    /// Files come beside the same object, which is then the part `payload_json`.
    private static void body(Route route, ObjectNode schema, ObjectNode out) {
        var content = out.putObject("requestBody").putObject("content");
        content.putObject("application/json").set("schema", schema);
        if (route.files()) {
            var form = content.putObject("multipart/form-data").putObject("schema");
            form.put("type", "object");
            form.putObject("properties").set("payload_json", schema.deepCopy());
            form.putObject("additionalProperties").put("type", "string").put("format", "binary");
        }
    }

    private void responses(Route route, List<ObjectNode> read, ObjectNode out) {
        var good = out.putObject("2XX").put("description", read.isEmpty() ? "Done, without an answer." : "Done.");
        var schema = answer(route, read);
        if (schema != null) {
            json(good).set("schema", schema);
        }
        json(out.putObject("4XX").put("description", "Refused, with Discord's code."))
                .putObject("schema")
                .put("$ref", "#/components/schemas/DocumentRefused");
    }

    private @Nullable ObjectNode answer(Route route, List<ObjectNode> read) {
        var known = read.stream().filter(it -> !it.isEmpty()).toList();
        var told = Told.all().get(route.method().name() + " " + route.pattern());
        if (known.isEmpty() && told != null) {
            return told.many() ? Shapes.list(shapes.of(told.shape())) : shapes.of(told.shape());
        }
        if (known.size() > 1) {
            var either = Shapes.node();
            either.putArray("anyOf").addAll(known);
            return either;
        }
        return known.isEmpty() ? (read.isEmpty() ? null : Shapes.node()) : known.getFirst();
    }

    private static ObjectNode json(ObjectNode response) {
        return response.putObject("content").putObject("application/json");
    }
}
