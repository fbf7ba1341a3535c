package chat.parley.edge.discord.rest.openapi.code;

import chat.parley.edge.http.Route;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// What a route takes and gives, read from the instructions of the method behind it, so that it cannot say anything
/// else than what the method does.
public final class Operations {
    private final Classes classes = new Classes();
    private final Function<Type, ObjectNode> shapes;

    /// @param shapes the schema of a type that is written
    public Operations(Function<Type, ObjectNode> shapes) {
        this.shapes = shapes;
    }

    /// @param body empty when the method reads none
    /// @param answers different ones; an empty schema where nothing is known
    public record Told(ObjectNode body, List<ObjectNode> answers) {}

    public Told of(Route route) {
        var meaning = new Meaning(classes, shapes);
        var spot = Handlers.spot(route.handler());
        meaning.follow(spot, classes.isStatic(spot), Value.UNKNOWN, List.of());
        return new Told(
                meaning.body().schema(), meaning.answers().stream().distinct().toList());
    }
}
