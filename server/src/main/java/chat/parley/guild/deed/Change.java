package chat.parley.guild.deed;

import chat.parley.base.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One value that a deed changed, as it is written in JSON.
///
/// @param key Discord's name of the field
/// @param before absent when the thing was made, or had no such value
/// @param after absent when the thing is gone, or has no such value any more
public record Change(
        String key, @Nullable JsonNode before, @Nullable JsonNode after) {
    public Change {
        before = present(before);
        after = present(after);
    }

    public static Change of(String key, @Nullable Object before, @Nullable Object after) {
        return new Change(key, tree(before), tree(after));
    }

    private static @Nullable JsonNode tree(@Nullable Object value) {
        return value == null ? null : Json.mapper().valueToTree(value);
    }

    private static @Nullable JsonNode present(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() ? null : value;
    }
}
