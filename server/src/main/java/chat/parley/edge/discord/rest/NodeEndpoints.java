package chat.parley.edge.discord.rest;

import chat.parley.account.Users;
import chat.parley.auth.RegistrationMode;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.node.NodeChange;
import chat.parley.node.NodeSettings;
import chat.parley.node.Settings;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The node as strangers see it, and its settings for its owner. Discord has nothing of the kind.
public final class NodeEndpoints {
    private final Settings node;
    private final Users users;
    private final String version;

    private record Instance(
            String name,
            String version,
            @JsonProperty("setup_required") boolean setupRequired,
            String registration,
            String description) {}

    private record Shape(String name, String description, String registration) {
        static Shape of(NodeSettings settings) {
            return new Shape(settings.name(), settings.description(), word(settings.registration()));
        }
    }

    public NodeEndpoints(Settings node, Users users, String version) {
        this.node = node;
        this.users = users;
        this.version = version;
    }

    public Reply instance(Request request) {
        var settings = node.now();
        return Reply.json(new Instance(
                settings.name(),
                version,
                users.setupRequired(),
                word(settings.registration()),
                settings.description()));
    }

    public Reply settings(Request request) {
        return Reply.json(Shape.of(node.of(request.caller())));
    }

    public Reply change(Request request) {
        var body = Body.of(request);
        String name = body.text("name", 1, Limits.NODE_NAME_MAX_CHARS);
        String description = body.text("description", 0, Limits.NODE_DESCRIPTION_MAX_CHARS);
        var registration = registration(body);
        body.check();
        return Reply.json(Shape.of(node.change(request.caller(), new NodeChange(name, description, registration))));
    }

    private static @Nullable RegistrationMode registration(Body body) {
        String wanted = body.text("registration", 1, 16);
        if (wanted == null) {
            return null;
        }
        for (var mode : RegistrationMode.values()) {
            if (word(mode).equals(wanted)) {
                return mode;
            }
        }
        body.wrong("registration", "BASE_TYPE_CHOICES", "Value must be one of ('open', 'invite', 'closed').");
        return null;
    }

    private static String word(RegistrationMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
