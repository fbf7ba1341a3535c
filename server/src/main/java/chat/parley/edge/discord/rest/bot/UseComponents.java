package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.Id;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refused;
import chat.parley.channel.View;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.message.rich.Components;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads how somebody used a component or filled in a form, against what was shown to them.
final class UseComponents {
    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;
    private static final int TEXT_INPUT = 4;
    private static final int USER_SELECT = 5;
    private static final int ROLE_SELECT = 6;
    private static final int MENTIONABLE_SELECT = 7;
    private static final int CHANNEL_SELECT = 8;
    private static final String CUSTOM_ID = "custom_id";
    private static final int FILE_UPLOAD = 19;
    private static final String VALUES = "values";
    private static final String COMPONENTS = "components";
    private static final String COMPONENT = "component";
    private static final String VALUE = "value";

    private final Users users;
    private final View view;
    private final GivenFiles files;

    UseComponents(Users users, View view, GivenFiles files) {
        this.files = files;
        this.users = users;
        this.view = view;
    }

    /// @param shown the components of the message
    ObjectNode press(Body data, Components shown) {
        String customId = data.requiredText(CUSTOM_ID, 1, Limits.CUSTOM_ID_MAX_CHARS);
        var component = shown.find(customId);
        var read = Json.mapper().createObjectNode();
        int type = component == null ? 0 : component.path("type").asInt(0);
        if (component == null
                || type == TEXT_INPUT
                || component.path("disabled").asBoolean(false)) {
            data.wrong(CUSTOM_ID, "COMPONENT_VALIDATION_FAILED", "Component validation failed");
            return read;
        }
        read.put(CUSTOM_ID, customId);
        read.put("component_type", type);
        read.set("id", component.path("id"));
        if (type != BUTTON) {
            read.set(VALUES, values(data, component, type));
        }
        return read;
    }

    /// @param shown the components of the form
    ArrayNode fill(Body data, Components shown) {
        var read = Json.mapper().createArrayNode();
        for (var each : shown.list()) {
            read.add(filled(data, each));
        }
        return read;
    }

    private ObjectNode filled(Body data, JsonNode shown) {
        var one = Json.mapper().createObjectNode();
        one.set("type", shown.path("type"));
        one.set("id", shown.path("id"));
        if (shown.has(COMPONENTS)) {
            var children = one.putArray(COMPONENTS);
            shown.path(COMPONENTS).forEach(it -> children.add(filled(data, it)));
        }
        if (shown.has(COMPONENT)) {
            one.set(COMPONENT, filled(data, shown.path(COMPONENT)));
        }
        if (shown.has(CUSTOM_ID)) {
            one.set(CUSTOM_ID, shown.path(CUSTOM_ID));
            input(data, shown, one);
        }
        return one;
    }

    private void input(Body data, JsonNode shown, ObjectNode one) {
        var given = find(data, shown.path(CUSTOM_ID).asString());
        int type = shown.path("type").asInt();
        if (type != TEXT_INPUT) {
            one.set(VALUES, given.isEmpty() ? Json.mapper().createArrayNode() : values(given.get(), shown, type));
            return;
        }
        String text =
                given.map(it -> it.text(VALUE, 0, Limits.INPUT_VALUE_MAX_CHARS)).orElse("");
        String value = text == null ? "" : text;
        int length = value.codePointCount(0, value.length());
        boolean left = value.isEmpty() && !shown.path("required").asBoolean(true);
        boolean fits = length >= Math.max(1, shown.path("min_length").asInt(0))
                && length <= shown.path("max_length").asInt(Limits.INPUT_VALUE_MAX_CHARS);
        if (!left && !fits) {
            data.wrong(COMPONENTS, "BASE_TYPE_BAD_LENGTH", "A text of the form is too short or too long.");
        }
        one.put(VALUE, value);
    }

    /// The answer to a component of the form, in whatever rows the client put it.
    private static Optional<Body> find(Body within, String customId) {
        for (var each : within.objects(COMPONENTS, Limits.COMPONENTS_MAX)) {
            var inner = each.object(COMPONENT);
            for (var candidate : inner == null ? List.of(each) : List.of(each, inner)) {
                if (candidate.tree().path(CUSTOM_ID).asString("").equals(customId)) {
                    return Optional.of(candidate);
                }
            }
            var deeper = find(each, customId);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private ArrayNode values(Body data, JsonNode shown, int type) {
        var values = Json.mapper().createArrayNode();
        var chosen = data.texts(VALUES, Limits.SELECT_OPTIONS_MAX, Limits.SELECT_TEXT_MAX_CHARS).stream()
                .distinct()
                .toList();
        boolean optional = !shown.path("required").asBoolean(true);
        int least = optional ? 0 : shown.path("min_values").asInt(1);
        int most = shown.path("max_values").asInt(1);
        if (chosen.size() < least || chosen.size() > most) {
            data.wrong(VALUES, "BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
        for (String value : chosen) {
            if (!fits(value, shown, type)) {
                data.wrong(VALUES, "SELECT_COMPONENT_VALUE_INVALID", "A value is not one of those offered.");
            }
            var file = type == FILE_UPLOAD ? files.take(value) : null;
            values.add(file == null ? value : file.id().text());
        }
        return values;
    }

    private boolean fits(String value, JsonNode shown, int type) {
        if (type == STRING_SELECT) {
            return shown.path("options")
                    .valueStream()
                    .anyMatch(it -> it.path(VALUE).asString("").equals(value));
        }
        if (type == FILE_UPLOAD) {
            return files.take(value) != null;
        }
        long id = id(value);
        return switch (type) {
            case USER_SELECT -> id > 0 && users.find(new UserId(id)).isPresent();
            case ROLE_SELECT -> id > 0 && view.guild().role(new RoleId(id)) != null;
            case MENTIONABLE_SELECT ->
                id > 0
                        && (users.find(new UserId(id)).isPresent()
                                || view.guild().role(new RoleId(id)) != null);
            case CHANNEL_SELECT -> id > 0 && view.channel(new ChannelId(id)) != null;
            default -> false;
        };
    }

    private static long id(String value) {
        try {
            return Id.parse(value);
        } catch (Refused notAnId) {
            return 0;
        }
    }
}
