package chat.parley.edge.discord.rest.openapi.code;

import chat.parley.edge.discord.rest.openapi.code.Value.Constant;
import chat.parley.edge.discord.rest.openapi.code.Value.Several;
import chat.parley.edge.discord.rest.openapi.code.Value.Spot;
import chat.parley.edge.discord.rest.openapi.code.Value.Written;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Objects and lists that are put together step by step. A schema grows as the code adds to what it describes; nothing
/// is required, because nobody knows which steps are taken.
final class Drawing {
    private static final String NODE = "tools/jackson/databind/node/ObjectNode";
    private static final Set<String> MAPS = Set.of("java/util/HashMap", "java/util/LinkedHashMap", "java/util/TreeMap");

    private final Function<Value, ObjectNode> schemas;

    /// @param schemas the schema of a value that is written
    Drawing(Function<Value, ObjectNode> schemas) {
        this.schemas = schemas;
    }

    /// What `new` makes; `null` when that is no map and no list.
    static @Nullable Value fresh(String type) {
        if (MAPS.contains(type)) {
            return object();
        }
        return type.equals("java/util/ArrayList") ? new Several(Sketch.node()) : null;
    }

    private static Written object() {
        return new Written(Sketch.node().put("type", "object"));
    }

    /// @return `null` when the call draws nothing
    @Nullable
    Value of(Spot call, Value receiver, List<Value> arguments) {
        if (call.name().equals("createObjectNode")) {
            return object();
        }
        if (call.name().equals("valueToTree")) {
            return new Written(schemas.apply(arguments.getFirst()).deepCopy());
        }
        if (receiver instanceof Several several) {
            return arguments.isEmpty() ? inner(call, several) : list(call, several, arguments);
        }
        return receiver instanceof Written written ? object(call, written, arguments) : null;
    }

    private @Nullable Value list(Spot call, Several list, List<Value> arguments) {
        return switch (call.name()) {
            case "add", "addPOJO", "addFirst" -> {
                fill(list.schema(), given(call, 0, arguments.getLast()));
                yield list;
            }
            case "addAll" -> {
                if (arguments.getLast() instanceof Several(var others)) {
                    fill(list.schema(), others);
                }
                yield list;
            }
            default -> null;
        };
    }

    private static @Nullable Value inner(Spot call, Several list) {
        return switch (call.name()) {
            case "addArray" -> {
                list.schema().put("type", "array");
                yield new Several(list.schema().withObjectProperty("items"));
            }
            case "getFirst", "getLast" -> new Written(list.schema());
            case "addObject" -> {
                yield new Written(list.schema().put("type", "object"));
            }
            default -> null;
        };
    }

    private @Nullable Value object(Spot call, Written object, List<Value> arguments) {
        return switch (call.name()) {
            case "<init>" -> {
                if (!arguments.isEmpty() && arguments.getFirst() instanceof Written(var other)) {
                    object.schema().setAll(other.deepCopy());
                }
                yield object;
            }
            case "put", "set", "putPOJO", "putIfAbsent", "replace" -> {
                if (arguments.size() == 2) {
                    put(object.schema(), arguments.getFirst(), given(call, 1, arguments.getLast()));
                }
                yield object;
            }
            case "deepCopy", "retain" -> {
                yield new Written(object.schema().deepCopy());
            }
            case "putNull" -> {
                put(object.schema(), arguments.getFirst(), Sketch.node().put("type", "null"));
                yield object;
            }
            case "putArray", "withArray" -> {
                var items = Sketch.node();
                var list = Sketch.node().put("type", "array");
                list.set("items", items);
                put(object.schema(), arguments.getFirst(), list);
                yield new Several(items);
            }
            case "putObject", "withObject" -> {
                var inner = object();
                put(object.schema(), arguments.getFirst(), inner.schema());
                yield inner;
            }
            default -> null;
        };
    }

    /// A name that is known when the code is read is a field; others are as many as there are.
    private static void put(ObjectNode object, Value name, ObjectNode schema) {
        if (name instanceof Constant(String field)) {
            object.withObjectProperty("properties").set(field, schema);
        } else if (!schema.isEmpty()) {
            object.set("additionalProperties", schema);
        }
    }

    private static void fill(ObjectNode list, ObjectNode other) {
        if (list.isEmpty()) {
            list.setAll(other);
        }
    }

    /// What is said of the value, else the type that the method takes.
    private ObjectNode given(Spot call, int at, Value value) {
        String type = call.type()
                .parameterType(Math.min(at, call.type().parameterCount() - 1))
                .descriptorString();
        String word = switch (type) {
            case "Ljava/lang/String;" -> "string";
            case "I", "J", "S", "Ljava/lang/Integer;", "Ljava/lang/Long;", "Ljava/lang/Short;" -> "integer";
            case "D", "F", "Ljava/lang/Double;", "Ljava/lang/Float;" -> "number";
            case "Z", "Ljava/lang/Boolean;" -> "boolean";
            default -> "";
        };
        if (word.isEmpty()) {
            return schemas.apply(value);
        }
        var schema = Sketch.node();
        if (type.length() == 1 || value instanceof Constant) {
            return schema.put("type", word);
        }
        schema.putArray("type").add(word).add("null");
        return schema;
    }

    /// An object of which nothing is known yet, where a method gives one.
    static @Nullable Value unknown(Spot call) {
        return call.type().returnType().descriptorString().equals("L" + NODE + ";") ? object() : null;
    }
}
