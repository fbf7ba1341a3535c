package chat.parley.node;

import chat.parley.auth.RegistrationMode;
import org.jspecify.annotations.Nullable;

/// What the owner wants different; absent stays.
public record NodeChange(
        @Nullable String name,
        @Nullable String description,
        @Nullable RegistrationMode registration) {

    NodeSettings on(NodeSettings before) {
        return new NodeSettings(
                name == null ? before.name() : name,
                description == null ? before.description() : description,
                registration == null ? before.registration() : registration);
    }
}
