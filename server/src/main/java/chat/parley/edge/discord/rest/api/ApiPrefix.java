package chat.parley.edge.discord.rest.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The versions under which the API can be called; all mean the same.
final class ApiPrefix {
    private static final List<String> ALL = List.of("/api/v10", "/api/v9", "/api");

    private ApiPrefix() {}

    /// The path behind the prefix, or `null` when it has none.
    static @Nullable String stripped(String path) {
        for (String prefix : ALL) {
            if (path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/')) {
                return path.substring(prefix.length());
            }
        }
        return null;
    }
}
