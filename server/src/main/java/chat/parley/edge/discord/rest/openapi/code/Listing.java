package chat.parley.edge.discord.rest.openapi.code;

import chat.parley.edge.discord.rest.openapi.code.Value.Constant;
import chat.parley.edge.discord.rest.openapi.code.Value.Function;
import chat.parley.edge.discord.rest.openapi.code.Value.Several;
import chat.parley.edge.discord.rest.openapi.code.Value.Spot;
import chat.parley.edge.discord.rest.openapi.code.Value.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Streams that become lists, and objects made of names and values.
final class Listing {
    private Listing() {}

    /// @param element the schema of what a function gives
    /// @return `null` when the call is none of these
    static @Nullable Value of(
            Spot call,
            Value receiver,
            List<Value> arguments,
            java.util.function.Function<Function, ObjectNode> element) {
        boolean stream = call.owner().equals("java/util/stream/Stream");
        if (stream && call.name().equals("map") && arguments.getFirst() instanceof Function function) {
            return new Several(element.apply(function));
        }
        if (stream && receiver instanceof Several several) {
            return switch (call.name()) {
                case "filter", "sorted", "limit", "distinct", "toList", "peek", "skip" -> several;
                default -> null;
            };
        }
        return null;
    }

    /// `Map.of("name", value, …)`.
    static @Nullable Value map(
            Spot call, List<Value> arguments, java.util.function.Function<Value, ObjectNode> schema) {
        boolean map = call.owner().equals("java/util/Map") && call.name().equals("of");
        if ((!map && !call.name().equals("singletonMap")) || arguments.size() % 2 != 0) {
            return null;
        }
        var object = Sketch.node().put("type", "object");
        var properties = object.putObject("properties");
        for (int i = 0; i < arguments.size(); i += 2) {
            if (arguments.get(i) instanceof Constant(String name)) {
                properties.set(name, schema.apply(arguments.get(i + 1)));
                object.withArrayProperty("required").add(name);
            }
        }
        return properties.isEmpty() ? null : new Written(object);
    }
}
