package chat.parley.conformance;

import chat.parley.base.json.Json;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Discord's shapes as JSON schemas, made by `bots/schemas.mjs` and kept until their sources change.
final class Schemas {
    private static final Path BOTS = Path.of("../bots").toAbsolutePath().normalize();
    private static final Path MADE = Path.of("target/discord-schemas.json").toAbsolutePath();
    private static final String IRI = "https://parley.example/discord";
    private static final int SHOWN = 12;

    private final JsonNode definitions;
    private final SchemaRegistry registry;
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private Schemas(String text) {
        definitions = Json.tree(text.getBytes(StandardCharsets.UTF_8)).path("definitions");
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemas(Map.of(IRI, text)));
    }

    /// @throws AssertionError when the packages of `bots/` are not installed
    static Schemas of(List<Operation> operations) {
        try {
            if (!Files.exists(MADE)
                    || older(BOTS.resolve("schemas.mjs"))
                    || older(BOTS.resolve("package-lock.json"))
                    || older(Path.of("src/test/resources/operations.txt"))) {
                make(operations);
            }
            return new Schemas(Files.readString(MADE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean know(String type) {
        return definitions.has(type);
    }

    /// What does not fit; empty when all does.
    List<String> problems(String type, JsonNode value) {
        var schema = compiled.computeIfAbsent(
                type, it -> registry.getSchema(SchemaLocation.of(IRI + "#/definitions/" + it)));
        return Nearest.of(schema.validate(value)).stream()
                .map(it -> it.getInstanceLocation() + " " + it.getMessage() + " (is "
                        + brief(Objects.requireNonNullElse(
                                it.getInstanceNode(), Json.mapper().nullNode())) + ")")
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static boolean older(Path source) throws IOException {
        return Files.getLastModifiedTime(MADE).compareTo(Files.getLastModifiedTime(source)) < 0;
    }

    private static void make(List<Operation> operations) throws IOException {
        Files.createDirectories(MADE.getParent());
        var command = new ArrayList<>(List.of("node", "schemas.mjs", MADE.toString()));
        operations.stream()
                .flatMap(it -> Stream.ofNullable(it.answer()))
                .distinct()
                .forEach(command::add);
        var process = new ProcessBuilder(command)
                .directory(BOTS.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new AssertionError("The schemas were not made; is `npm install` done in bots/? " + said);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
