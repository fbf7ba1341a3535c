package chat.parley.edge.discord.rest.openapi.code;

import chat.parley.base.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The schema of one object of a body, as it becomes known field by field.
final class Sketch {
    private static final String SNOWFLAKE = "#/components/schemas/Snowflake";

    private final ObjectNode schema;

    Sketch(ObjectNode schema) {
        this.schema = schema;
    }

    static Sketch fresh() {
        return new Sketch(node());
    }

    ObjectNode schema() {
        return schema;
    }

    boolean blank() {
        return schema.isEmpty();
    }

    /// The whole body is a list.
    Sketch items() {
        schema.put("type", "array");
        return new Sketch(schema.withObject("/items"));
    }

    void text(String field, @Nullable Number min, @Nullable Number max) {
        bounds(property(field).put("type", "string"), "minLength", min, "maxLength", max);
    }

    void number(String field, @Nullable Number min, @Nullable Number max) {
        bounds(property(field).put("type", "integer"), "minimum", min, "maximum", max);
    }

    void decimal(String field, @Nullable Number min, @Nullable Number max) {
        bounds(property(field).put("type", "number"), "minimum", min, "maximum", max);
    }

    /// As a number or, because it may be large, as text.
    void longNumber(String field) {
        var types = property(field).putArray("type");
        types.add("integer").add("string");
    }

    void flag(String field) {
        property(field).put("type", "boolean");
    }

    void id(String field) {
        property(field).put("$ref", SNOWFLAKE);
    }

    void ids(String field, @Nullable Number max) {
        list(field, max).put("$ref", SNOWFLAKE);
    }

    void texts(String field, @Nullable Number max, @Nullable Number maxChars) {
        bounds(list(field, max).put("type", "string"), "minLength", 1, "maxLength", maxChars);
    }

    Sketch object(String field) {
        return new Sketch(property(field).put("type", "object"));
    }

    Sketch objects(String field, @Nullable Number max) {
        return new Sketch(list(field, max).put("type", "object"));
    }

    /// Known by name alone.
    void something(String field) {
        properties().withObjectProperty(field);
    }

    void require(String field) {
        var required = schema.withArrayProperty("required");
        if (required.valueStream().noneMatch(it -> it.asString().equals(field))) {
            required.add(field);
        }
    }

    private ObjectNode list(String field, @Nullable Number max) {
        var list = property(field).put("type", "array");
        bounds(list, "minItems", null, "maxItems", max);
        return list.withObjectProperty("items");
    }

    private static void bounds(ObjectNode to, String least, @Nullable Number min, String most, @Nullable Number max) {
        if (min != null && min.longValue() > 0) {
            to.put(least, min.longValue());
        }
        if (max != null && max.longValue() < Integer.MAX_VALUE) {
            to.put(most, max.longValue());
        }
    }

    private ObjectNode property(String field) {
        var found = properties().withObjectProperty(field);
        found.remove("$ref");
        return found;
    }

    private ObjectNode properties() {
        schema.put("type", "object");
        return schema.withObjectProperty("properties");
    }

    static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }
}
