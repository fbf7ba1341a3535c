package chat.parley.edge.discord.rest.openapi.code;

import chat.parley.edge.discord.rest.openapi.code.Reader.Slot;
import chat.parley.edge.discord.rest.openapi.code.Value.Constant;
import chat.parley.edge.discord.rest.openapi.code.Value.Fields;
import chat.parley.edge.discord.rest.openapi.code.Value.Function;
import chat.parley.edge.discord.rest.openapi.code.Value.Made;
import chat.parley.edge.discord.rest.openapi.code.Value.Many;
import chat.parley.edge.discord.rest.openapi.code.Value.Several;
import chat.parley.edge.discord.rest.openapi.code.Value.Spot;
import chat.parley.edge.discord.rest.openapi.code.Value.Typed;
import chat.parley.edge.discord.rest.openapi.code.Value.Written;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What the calls mean that a handler makes: fields of the body that it reads, answers that it gives, and other
/// methods of this edge, which are read in turn.
final class Meaning {
    private static final String BODY = "chat/parley/edge/discord/rest/body/Body";
    private static final String BODY_DESCRIPTOR = "L" + BODY + ";";
    private static final String REPLY = "chat/parley/edge/http/Reply";
    private static final int DEEPEST = 16;

    private final Classes classes;
    private final java.util.function.Function<Type, ObjectNode> shapes;
    private final Drawing drawing = new Drawing(this::schema);
    private final Sketch body = Sketch.fresh();
    private final List<ObjectNode> answers = new ArrayList<>();
    /// Being read now: a method that calls itself is not read again.
    private final ArrayDeque<Spot> path = new ArrayDeque<>();

    /// @param shapes the schema of a type that is written
    Meaning(Classes classes, java.util.function.Function<Type, ObjectNode> shapes) {
        this.classes = classes;
        this.shapes = shapes;
    }

    Sketch body() {
        return body;
    }

    /// What is known of the answers, one for each place that gives one.
    List<ObjectNode> answers() {
        return answers;
    }

    Value follow(Spot spot, boolean isStatic, Value receiver, List<Value> arguments) {
        var code = path.size() > DEEPEST || path.contains(spot) ? null : classes.code(spot);
        if (code == null) {
            return Value.UNKNOWN;
        }
        var slots = new ArrayList<Slot>();
        int next = 0;
        if (!isStatic) {
            slots.add(new Slot(next++, receiver));
        }
        for (int i = 0; i < spot.type().parameterCount(); i++) {
            slots.add(new Slot(next, i < arguments.size() ? arguments.get(i) : Value.UNKNOWN));
            String kind = spot.type().parameterType(i).descriptorString();
            next += kind.equals("J") || kind.equals("D") ? 2 : 1;
        }
        path.push(spot);
        try {
            return new Reader(this).read(code, slots);
        } finally {
            path.pop();
        }
    }

    Value of(Spot call, boolean isStatic, Value receiver, List<Value> arguments) {
        if (call.owner().equals(BODY)) {
            return onBody(call, receiver, arguments);
        }
        if (call.owner().equals(REPLY)) {
            return answer(call, arguments);
        }
        if (receiver instanceof Many many) {
            return onMany(call, many, arguments);
        }
        if (receiver instanceof Typed(ParameterizedType list) && call.name().equals("getFirst")) {
            return new Typed(list.getActualTypeArguments()[0]);
        }
        Value drawn = drawing.of(call, receiver, arguments);
        if (drawn != null) {
            return drawn;
        }
        Value listed = Listing.of(call, receiver, arguments, this::element);
        Value found = listed == null ? Listing.map(call, arguments, this::schema) : listed;
        if (found != null) {
            return found;
        }
        for (var argument : arguments) {
            if (argument instanceof Function function && Classes.followed(function.spot())) {
                call(function, List.of());
            }
        }
        Value result = Classes.followed(call) ? follow(call, isStatic, receiver, arguments) : Value.UNKNOWN;
        if (result.equals(Value.UNKNOWN)) {
            result = Objects.requireNonNullElse(Drawing.unknown(call), Value.UNKNOWN);
        }
        if (!result.equals(Value.UNKNOWN)) {
            return result;
        }
        return call.type().returnType().descriptorString().equals(BODY_DESCRIPTOR)
                ? new Fields(body)
                : new Typed(Classes.returned(call.owner(), call.name(), call.type()));
    }

    /// The schema of a value that is written.
    ObjectNode schema(Value value) {
        return switch (value) {
            case Written(var schema) -> schema;
            case Several(var items) -> {
                var list = Sketch.node().put("type", "array");
                list.set("items", items);
                yield list;
            }
            case Typed(var type) -> shapes.apply(type);
            case Made(var type, var _) -> shapes.apply(Classes.named(type));
            case Constant(Integer _), Constant(Long _) -> Sketch.node().put("type", "integer");
            case Constant(String _) -> Sketch.node().put("type", "string");
            case Constant(var _) -> Sketch.node();
            default -> Sketch.node();
        };
    }

    /// What a function makes of one of several things.
    private ObjectNode element(Function function) {
        Value result = Classes.followed(function.spot()) ? call(function, List.of()) : Value.UNKNOWN;
        var spot = function.spot();
        return schema(
                result instanceof Written || result instanceof Several
                        ? result
                        : new Typed(Classes.returned(spot.owner(), spot.name(), spot.type())));
    }

    private Value call(Function function, List<Value> arguments) {
        var all = new ArrayList<>(function.captured());
        all.addAll(arguments);
        boolean isStatic = classes.isStatic(function.spot());
        Value receiver = isStatic || all.isEmpty() ? Value.UNKNOWN : all.removeFirst();
        return follow(function.spot(), isStatic, receiver, all);
    }

    private Value onMany(Spot call, Many many, List<Value> arguments) {
        for (var argument : arguments) {
            if (argument instanceof Function function) {
                call(function, List.of(new Fields(many.sketch())));
            }
        }
        return switch (call.name()) {
            case "next", "get", "getFirst", "getLast" -> new Fields(many.sketch());
            case "iterator", "stream", "filter" -> many;
            default -> Value.UNKNOWN;
        };
    }

    private Value answer(Spot call, List<Value> arguments) {
        if (call.name().equals("json")) {
            answers.add(schema(arguments.getLast()));
        }
        return Value.UNKNOWN;
    }

    private Value onBody(Spot call, Value receiver, List<Value> arguments) {
        switch (call.name()) {
            case "of" -> {
                return new Fields(body);
            }
            case "list", "numbered" -> {
                return new Many(body.items());
            }
            default -> {}
        }
        // An object of which nobody knows where it stands must not look like the whole.
        var sketch = receiver instanceof Fields fields ? fields.sketch() : Sketch.fresh();
        return arguments.isEmpty() || !(arguments.getFirst() instanceof Constant(String field))
                ? Value.UNKNOWN
                : field(call.name(), sketch, field, arguments);
    }

    private static Value field(String call, Sketch sketch, String field, List<Value> arguments) {
        var first = number(arguments, 1);
        var second = number(arguments, 2);
        switch (call) {
            case "text" -> sketch.text(field, first, second);
            case "requiredText" -> {
                sketch.text(field, first, second);
                sketch.require(field);
            }
            case "number" -> sketch.number(field, first, second);
            case "decimal" -> sketch.decimal(field, first, second);
            case "longNumber" -> sketch.longNumber(field);
            case "flag" -> sketch.flag(field);
            case "id" -> sketch.id(field);
            case "ids" -> sketch.ids(field, first);
            case "texts" -> sketch.texts(field, first, second);
            case "object" -> {
                return new Fields(sketch.object(field));
            }
            case "objects" -> {
                return new Many(sketch.objects(field, first));
            }
            case "has", "isNull" -> sketch.something(field);
            default -> {}
        }
        return Value.UNKNOWN;
    }

    private static @Nullable Number number(List<Value> arguments, int at) {
        return at < arguments.size() && arguments.get(at) instanceof Constant(Number number) ? number : null;
    }
}
