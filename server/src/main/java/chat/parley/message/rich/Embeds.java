package chat.parley.message.rich;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Up to ten embeds, checked, in Discord's shape.
public record Embeds(@JsonValue List<JsonNode> list) {
    public static final Embeds NONE = new Embeds(List.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Embeds {
        list = List.copyOf(list);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }
}
