package chat.parley.message.rich;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The rows of a message, or its whole layout when it has [chat.parley.message.Message#IS_COMPONENTS_V2]: checked, in
/// Discord's shape, each component with an `id` of its own.
public record Components(@JsonValue List<JsonNode> list) {
    public static final Components NONE = new Components(List.of());
    private static final List<String> CHILDREN = List.of("components", "items");
    private static final List<String> CHILD = List.of("accessory", "component");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Components {
        list = List.copyOf(list);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /// The component by which a person acts, wherever it stands.
    public @Nullable JsonNode find(String customId) {
        return list.stream()
                .map(it -> find(it, customId))
                .filter(it -> !it.isMissingNode())
                .findFirst()
                .orElse(null);
    }

    private static JsonNode find(JsonNode node, String customId) {
        if (node.path("custom_id").asString("").equals(customId)) {
            return node;
        }
        for (String field : CHILDREN) {
            for (var child : node.path(field)) {
                var found = find(child, customId);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        for (String field : CHILD) {
            var found = node.has(field) ? find(node.path(field), customId) : node.path("");
            if (!found.isMissingNode()) {
                return found;
            }
        }
        return node.path("");
    }
}
