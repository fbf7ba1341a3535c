package chat.parley.edge.discord.rest;

import chat.parley.auth.password.Password;
import chat.parley.edge.discord.rest.body.Body;
import org.jspecify.annotations.Nullable;

/// Reads passwords out of a body: exactly as typed, blanks included, and never quoted in a problem.
final class PasswordField {
    private PasswordField() {}

    static @Nullable Password optional(Body body, String field) {
        var node = body.tree().path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            body.wrong(field, "STRING_TYPE_CONVERT", "Could not interpret as string.");
            return null;
        }
        return node.asString().isEmpty() ? null : new Password(node.asString());
    }

    static Password required(Body body, String field) {
        var node = body.tree().path(field);
        if (node.isMissingNode()
                || node.isNull()
                || (node.isString() && node.asString().isEmpty())) {
            body.wrong(field, "BASE_TYPE_REQUIRED", "This field is required");
        }
        var password = optional(body, field);
        return password == null ? new Password("") : password;
    }
}
