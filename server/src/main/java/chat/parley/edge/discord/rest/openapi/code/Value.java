package chat.parley.edge.discord.rest.openapi.code;

import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What is known of a value while a handler's instructions are read.
sealed interface Value {
    Value UNKNOWN = new Unknown();

    record Unknown() implements Value {}

    /// Text or a number that stands in the code.
    record Constant(Object value) implements Value {}

    /// The request's body, or an object inside of it.
    record Fields(Sketch sketch) implements Value {}

    /// A list of objects inside of the body.
    record Many(Sketch sketch) implements Value {}

    /// A function.
    ///
    /// @param captured what it holds already, its object first
    record Function(Spot spot, List<Value> captured) implements Value {}

    /// An object that was made here, with what its fields hold.
    ///
    /// @param type its class, as the instructions name it
    record Made(String type, Map<String, Value> fields) implements Value {}

    /// Something of that type.
    record Typed(Type type) implements Value {}

    /// Several things, a stream or a list, each of which is written so.
    record Several(ObjectNode schema) implements Value {}

    /// Something that is written so.
    record Written(ObjectNode schema) implements Value {}

    /// A method, by its class and name and what it takes.
    record Spot(String owner, String name, MethodTypeDesc type) {}
}
