package chat.parley.node;

import chat.parley.auth.RegistrationMode;
import chat.parley.base.limit.Limits;

/// The node as it presents itself.
///
/// @param description what strangers read before they sign in; may be empty
public record NodeSettings(String name, String description, RegistrationMode registration) {
    public NodeSettings {
        if (name.isBlank() || name.codePointCount(0, name.length()) > Limits.NODE_NAME_MAX_CHARS) {
            throw new IllegalArgumentException(
                    "The node's name has 1 to " + Limits.NODE_NAME_MAX_CHARS + " characters");
        }
    }
}
