package chat.parley.edge.discord.rest.bot;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.channel.View;
import chat.parley.edge.discord.rest.body.Body;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the options with which somebody uses a command, against what the command asks for. What comes out holds
/// exactly what was asked for, in the right types.
final class UseOptions {
    private static final String VALUE = "value";
    private static final String OPTIONS = "options";

    private final Users users;
    private final View view;
    private final GivenFiles files;
    /// Somebody still writes: what is required may be missing, and one value is unfinished.
    private final boolean writing;
    private final StringBuilder name;
    private @Nullable JsonNode focused;

    /// @param name of the command; subcommands are added to it
    UseOptions(Users users, View view, GivenFiles files, boolean writing, String name) {
        this.files = files;
        this.users = users;
        this.view = view;
        this.writing = writing;
        this.name = new StringBuilder(name);
    }

    /// The whole name: the command's, the group's, the subcommand's.
    String name() {
        return name.toString();
    }

    /// The option that is being written, as the command has it.
    @Nullable
    JsonNode focused() {
        return focused;
    }

    /// @param asked the options of the command, checked when it was made
    ArrayNode read(Body body, JsonNode asked) {
        var given = body.objects(OPTIONS, Limits.COMMAND_OPTIONS_MAX);
        var first = OptionKind.of(asked.path(0).path("type").asInt(0));
        boolean branches = first != null && first.branch();
        return branches ? branch(body, given, asked) : values(body, given, asked);
    }

    private ArrayNode branch(Body body, List<Body> given, JsonNode asked) {
        var read = Json.mapper().createArrayNode();
        var chosen = given.size() == 1 ? find(asked, given.getFirst()) : null;
        if (chosen == null) {
            body.wrong(OPTIONS, "BASE_TYPE_REQUIRED", "One of the subcommands is required.");
            return read;
        }
        name.append(' ').append(chosen.path("name").asString());
        var one = read.addObject();
        one.put("type", chosen.path("type").asInt());
        one.put("name", chosen.path("name").asString());
        one.set(OPTIONS, read(given.getFirst(), chosen.path(OPTIONS)));
        return read;
    }

    private ArrayNode values(Body body, List<Body> given, JsonNode asked) {
        var read = Json.mapper().createArrayNode();
        for (var each : given) {
            if (find(asked, each) == null) {
                each.wrong("name", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "The command has no such option.");
            }
        }
        for (var option : asked) {
            String wanted = option.path("name").asString();
            var present = given.stream()
                    .filter(it -> it.tree().path("name").asString("").equals(wanted))
                    .findFirst();
            if (present.isPresent()) {
                value(present.get(), option, read);
            } else if (!writing && option.path("required").asBoolean(false)) {
                body.wrong(OPTIONS, "APPLICATION_COMMAND_OPTION_REQUIRED", "The option " + wanted + " is required.");
            }
        }
        return read;
    }

    private void value(Body body, JsonNode option, ArrayNode read) {
        var kind = OptionKind.of(option.path("type").asInt());
        if (kind == null || kind.branch()) {
            return;
        }
        var one = Json.mapper().createObjectNode();
        one.put("type", kind.type);
        one.put("name", option.path("name").asString());
        if (writing && body.flag("focused", false)) {
            focused = option;
            String text = body.text(VALUE, 0, Limits.COMMAND_STRING_MAX_CHARS);
            one.put(VALUE, text == null ? "" : text);
            one.put("focused", true);
            read.add(one);
            return;
        }
        boolean fits = switch (kind) {
            case STRING -> string(body, option, one);
            case INTEGER, NUMBER -> number(body, option, kind, one);
            case BOOLEAN -> truth(body, one);
            case ATTACHMENT -> file(body, one);
            default -> id(body, option, kind, one);
        };
        if (fits) {
            read.add(one);
        } else if (!writing) {
            body.wrong(VALUE, "APPLICATION_COMMAND_OPTION_VALUE_INVALID", "The value does not fit the option.");
        }
    }

    private static boolean string(Body body, JsonNode option, ObjectNode one) {
        var given = body.tree().path(VALUE);
        String text = given.isString() ? body.text(VALUE, 0, Limits.COMMAND_STRING_MAX_CHARS) : null;
        if (text == null) {
            return false;
        }
        int length = text.codePointCount(0, text.length());
        one.put(VALUE, text);
        return length >= option.path("min_length").asInt(0)
                && length <= option.path("max_length").asInt(Limits.COMMAND_STRING_MAX_CHARS)
                && offered(option, it -> it.asString("").equals(text));
    }

    private static boolean number(Body body, JsonNode option, OptionKind kind, ObjectNode one) {
        var given = body.tree().path(VALUE);
        if (!OptionBody.fits(given, kind)) {
            return false;
        }
        double value = given.asDouble(0);
        one.set(VALUE, given);
        return value >= option.path("min_value").asDouble(Double.NEGATIVE_INFINITY)
                && value <= option.path("max_value").asDouble(Double.POSITIVE_INFINITY)
                && offered(option, it -> it.asDouble(Double.NaN) == value);
    }

    private static boolean truth(Body body, ObjectNode one) {
        var given = body.tree().path(VALUE);
        one.set(VALUE, given);
        return given.isBoolean();
    }

    /// The number under which a file came becomes the file's id.
    private boolean file(Body body, ObjectNode one) {
        var file = files.take(body.tree().path(VALUE).asString(""));
        if (file == null) {
            return false;
        }
        one.put(VALUE, file.id().text());
        return true;
    }

    private boolean id(Body body, JsonNode option, OptionKind kind, ObjectNode one) {
        var id = body.id(VALUE);
        if (id == null) {
            return false;
        }
        one.put(VALUE, Long.toString(id));
        return switch (kind) {
            case USER -> user(id);
            case ROLE -> role(id);
            case MENTIONABLE -> user(id) || role(id);
            case CHANNEL -> channel(id, option);
            default -> false;
        };
    }

    private boolean user(long id) {
        return users.find(new UserId(id)).isPresent();
    }

    private boolean role(long id) {
        return view.guild().role(new RoleId(id)) != null;
    }

    private boolean channel(long id, JsonNode option) {
        var channel = view.channel(new ChannelId(id));
        var kinds = option.path("channel_types");
        return channel != null
                && (kinds.isEmpty()
                        || kinds.valueStream()
                                .anyMatch(it -> it.asInt(-1) == channel.kind().number()));
    }

    private static boolean offered(JsonNode option, Predicate<JsonNode> same) {
        var choices = option.path("choices");
        return choices.isEmpty() || choices.valueStream().anyMatch(it -> same.test(it.path(VALUE)));
    }

    private static @Nullable JsonNode find(JsonNode asked, Body given) {
        String name = given.tree().path("name").asString("");
        return asked.valueStream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElse(null);
    }
}
