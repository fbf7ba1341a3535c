package chat.parley.conformance;

import chat.parley.base.json.Json;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.Overheard;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/// Holds every answer against our own OpenAPI document.
final class OwnDocument implements Overheard.Ear {
    private static final String IRI = "https://parley.example/openapi";
    private static final String PREFIX = "/api/v10";
    private static final String ANSWER = "/responses/2XX/content/application~1json/schema";

    private final JsonNode document;
    private final List<String> paths;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final Map<String, List<String>> misfits = new ConcurrentSkipListMap<>();

    /// @param text the document as it is served
    OwnDocument(String text) {
        document = Json.tree(text.getBytes(StandardCharsets.UTF_8));
        paths = document.path("paths").propertyStream().map(Map.Entry::getKey).toList();
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(IRI, text)));
    }

    @Override
    public void answered(String method, String target, HttpCaller.Answer answer) {
        if (answer.status() != 200 || !target.startsWith(PREFIX)) {
            return;
        }
        String called = target.substring(PREFIX.length()).replaceFirst("\\?.*", "");
        paths.stream()
                .filter(it -> called.matches(it.replaceAll("\\{[^}]*}", "[^/]+").replace(".", "\\.")))
                .min(Comparator.comparingInt(
                        it -> it.length() - it.replace("{", "").length()))
                .ifPresent(it -> check(it, method, answer));
    }

    @Override
    public void event(String type, JsonNode frame) {
        // The document is about HTTP.
    }

    Map<String, List<String>> misfits() {
        return misfits;
    }

    private void check(String path, String method, HttpCaller.Answer answer) {
        String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/"
                + method.toLowerCase(java.util.Locale.ROOT) + ANSWER;
        if (document.at(pointer).isMissingNode()) {
            return;
        }
        String fragment = pointer.replace("{", "%7B").replace("}", "%7D");
        var problems =
                Nearest.of(registry.getSchema(SchemaLocation.of(IRI + "#" + fragment))
                                .validate(answer.json()))
                        .stream()
                        .map(it -> it.getInstanceLocation() + " " + it.getMessage())
                        .distinct()
                        .limit(5)
                        .toList();
        if (!problems.isEmpty()) {
            misfits.putIfAbsent(method + " " + path, problems);
        }
    }
}
