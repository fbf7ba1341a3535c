package chat.parley.edge.discord.rest.openapi;

import chat.parley.base.id.Id;
import chat.parley.base.json.Json;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON schemas of the records that answers are made of. The one place with reflection: it reads exactly what the JSON
/// writer reads.
final class Shapes {
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final ObjectNode schemas;
    private final Set<Class<?>> known = new HashSet<>();

    /// @param schemas where each record's schema is put, by its name
    Shapes(ObjectNode schemas) {
        this.schemas = schemas;
        schemas.putObject("Snowflake").put("type", "string").put("pattern", "^[0-9]{1,20}$");
    }

    ObjectNode of(Type type) {
        return switch (type) {
            case ParameterizedType generic -> generic(generic);
            case Class<?> plain -> plain(plain);
            default -> node();
        };
    }

    private ObjectNode generic(ParameterizedType type) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            var list = node().put("type", "array");
            list.set("items", of(arguments[0]));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            var map = node().put("type", "object");
            map.set("additionalProperties", of(arguments[1]));
            return map;
        }
        return node();
    }

    private ObjectNode plain(Class<?> type) {
        if (type.equals(String.class)) {
            return node().put("type", "string");
        }
        if (type.equals(int.class)
                || type.equals(long.class)
                || type.equals(Integer.class)
                || type.equals(Long.class)) {
            return node().put("type", "integer");
        }
        if (type.equals(double.class) || type.equals(Double.class)) {
            return node().put("type", "number");
        }
        if (type.equals(boolean.class) || type.equals(Boolean.class)) {
            return node().put("type", "boolean");
        }
        if (type.equals(Instant.class)) {
            return node().put("type", "string").put("format", "date-time");
        }
        if (Id.class.isAssignableFrom(type)) {
            return reference("Snowflake");
        }
        return type.isRecord() ? record(type) : node();
    }

    /// A record that stands for its one part is written as that part.
    private ObjectNode record(Class<?> type) {
        for (var part : type.getRecordComponents()) {
            if (part.getAccessor().isAnnotationPresent(JsonValue.class)) {
                return of(part.getGenericType());
            }
        }
        return object(type);
    }

    private ObjectNode object(Class<?> type) {
        String name = name(type);
        if (known.add(type)) {
            var schema = schemas.putObject(name).put("type", "object");
            var required = Json.mapper().createArrayNode();
            fill(type, schema.putObject("properties"), required);
            if (!required.isEmpty()) {
                schema.set("required", required);
            }
        }
        return reference(name);
    }

    private void fill(Class<?> type, ObjectNode properties, ArrayNode required) {
        boolean snake = type.isAnnotationPresent(JsonNaming.class);
        for (var part : type.getRecordComponents()) {
            if (part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fill(part.getType(), properties, nullable(part) ? Json.mapper().createArrayNode() : required);
                continue;
            }
            String name = snake ? SNAKE.nameForField(null, null, part.getName()) : part.getName();
            boolean always = alwaysWritten(type, part);
            properties.set(
                    name, nullable(part) && always ? orNull(of(part.getGenericType())) : of(part.getGenericType()));
            if (always || !nullable(part)) {
                required.add(name);
            }
        }
    }

    private static boolean nullable(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean alwaysWritten(Class<?> type, RecordComponent part) {
        var own = part.getAccessor().getAnnotation(JsonInclude.class);
        var all = type.getAnnotation(JsonInclude.class);
        var how = own == null ? all : own;
        return how != null && how.value() == JsonInclude.Include.ALWAYS;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        var either = node();
        either.putArray("anyOf").add(schema).add(node().put("type", "null"));
        return either;
    }

    /// `MessageShape` is a Message, `RoleShape.Colors` a RoleColors.
    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        String own = type.getSimpleName().replaceFirst("Shape$", "");
        return outer == null ? own : name(outer) + own;
    }

    static ObjectNode list(ObjectNode items) {
        var list = node().put("type", "array");
        list.set("items", items);
        return list;
    }

    private static ObjectNode reference(String name) {
        return node().put("$ref", "#/components/schemas/" + name);
    }

    static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }
}
