package chat.parley.edge.discord.rest.bot;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the options of a slash command: groups hold subcommands, subcommands hold values, and a command holds either
/// (<https://discord.com/developers/docs/interactions/application-commands>).
final class OptionBody {
    private static final long SAFE_INTEGER = 9_007_199_254_740_991L;
    private static final int CHANNEL_KINDS_MAX = 20;
    private static final Set<OptionKind> VALUES =
            EnumSet.complementOf(EnumSet.of(OptionKind.SUBCOMMAND, OptionKind.GROUP));

    private OptionBody() {}

    static ArrayNode read(Body body) {
        return options(body, EnumSet.allOf(OptionKind.class));
    }

    private static ArrayNode options(Body body, Set<OptionKind> allowed) {
        var read = Json.mapper().createArrayNode();
        var names = new HashSet<String>();
        boolean optional = false;
        Boolean branches = null;
        for (var each : body.objects("options", Limits.COMMAND_OPTIONS_MAX)) {
            var option = one(each, allowed);
            if (option == null) {
                continue;
            }
            if (!names.add(option.path("name").asString())) {
                each.wrong("name", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", "Option names must be unique");
            }
            boolean branch = option.path("type").asInt() <= OptionKind.GROUP.type;
            if (branches != null && branches != branch) {
                each.wrong(
                        "type",
                        "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                        "Sub-command and sub-command group option types are mutually exclusive to all other types");
            }
            branches = branch;
            boolean required = option.path("required").asBoolean(false);
            if (required && optional) {
                each.wrong(
                        "required",
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optional |= !required && !branch;
            read.add(option);
        }
        return read;
    }

    private static @Nullable ObjectNode one(Body body, Set<OptionKind> allowed) {
        var type = body.number("type", 1, 1_000);
        var kind = type == null ? null : OptionKind.of(type);
        if (kind == null || !allowed.contains(kind)) {
            body.wrong("type", "BASE_TYPE_CHOICES", "The value is not a type of option that may stand here.");
            return null;
        }
        var option = Json.mapper().createObjectNode().put("type", kind.type);
        String name = body.requiredText("name", 1, Limits.COMMAND_NAME_MAX_CHARS);
        option.put("name", CommandBody.slashName(body, "name", name));
        CommandBody.localized(body, option, CommandBody.NAMES, Limits.COMMAND_NAME_MAX_CHARS);
        option.put("description", body.requiredText("description", 1, Limits.COMMAND_TEXT_MAX_CHARS));
        CommandBody.localized(body, option, CommandBody.DESCRIPTIONS, Limits.COMMAND_TEXT_MAX_CHARS);
        if (kind.branch()) {
            option.set("options", options(body, kind == OptionKind.GROUP ? EnumSet.of(OptionKind.SUBCOMMAND) : VALUES));
            return option;
        }
        if (body.flag("required", false)) {
            option.put("required", true);
        }
        bounds(body, option, kind);
        offers(body, option, kind);
        if (kind == OptionKind.CHANNEL) {
            channels(body, option);
        }
        return option;
    }

    private static void bounds(Body body, ObjectNode option, OptionKind kind) {
        if (kind == OptionKind.STRING) {
            var least = body.number("min_length", 0, Limits.COMMAND_STRING_MAX_CHARS);
            var most = body.number("max_length", 1, Limits.COMMAND_STRING_MAX_CHARS);
            if (least != null) {
                option.put("min_length", least);
            }
            if (most != null) {
                option.put("max_length", most);
            }
            ordered(body, least, most, "min_length");
        } else if (kind.number()) {
            var least = bound(body, option, kind, "min_value");
            var most = bound(body, option, kind, "max_value");
            ordered(body, least, most, "min_value");
        }
    }

    private static @Nullable Double bound(Body body, ObjectNode option, OptionKind kind, String field) {
        var node = body.tree().path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!fits(node, kind)) {
            body.wrong(field, "NUMBER_TYPE_COERCE", "The value is not a number that the option can have.");
            return null;
        }
        option.set(field, node);
        return node.asDouble(0);
    }

    private static void ordered(Body body, @Nullable Number least, @Nullable Number most, String field) {
        if (least != null && most != null && least.doubleValue() > most.doubleValue()) {
            body.wrong(field, "NUMBER_TYPE_MAX", "The least must not be more than the most.");
        }
    }

    private static void offers(Body body, ObjectNode option, OptionKind kind) {
        var choices = body.objects("choices", Limits.COMMAND_CHOICES_MAX);
        boolean asks = body.flag("autocomplete", false);
        if (!kind.offered() && (asks || !choices.isEmpty())) {
            body.wrong("choices", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "This type has no choices.");
            return;
        }
        if (asks && !choices.isEmpty()) {
            body.wrong("autocomplete", "BASE_TYPE_CHOICES", "Choices and autocompletion exclude each other.");
        }
        if (asks) {
            option.put("autocomplete", true);
        }
        if (!choices.isEmpty()) {
            option.set("choices", choices(choices, kind));
        }
    }

    /// Also what an autocompletion answers.
    static ArrayNode choices(Iterable<Body> given, OptionKind kind) {
        var read = Json.mapper().createArrayNode();
        var names = new HashSet<String>();
        for (var choice : given) {
            var one = read.addObject();
            String name = choice.requiredText("name", 1, Limits.COMMAND_TEXT_MAX_CHARS);
            if (!name.isEmpty() && !names.add(name)) {
                choice.wrong(
                        "name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_EXISTS", "Option choice names must be unique");
            }
            one.put("name", name);
            CommandBody.localized(choice, one, CommandBody.NAMES, Limits.COMMAND_TEXT_MAX_CHARS);
            var value = choice.tree().path("value");
            if (kind == OptionKind.STRING && value.isString()) {
                one.put("value", choice.requiredText("value", 1, Limits.COMMAND_STRING_MAX_CHARS));
            } else if (kind.number() && fits(value, kind)) {
                one.set("value", value);
            } else {
                choice.wrong("value", "BASE_TYPE_REQUIRED", "The value must be of the option's type.");
            }
        }
        return read;
    }

    /// Whether the value is a number that the option can hold and that a JavaScript client can.
    static boolean fits(JsonNode value, OptionKind kind) {
        if (!value.isNumber() || Math.abs(value.asDouble(Double.NaN)) > SAFE_INTEGER) {
            return false;
        }
        return kind == OptionKind.NUMBER ? Double.isFinite(value.asDouble(Double.NaN)) : value.isIntegralNumber();
    }

    private static void channels(Body body, ObjectNode option) {
        var kinds = body.tree().path("channel_types");
        if (kinds.isMissingNode() || kinds.isNull()) {
            return;
        }
        if (!kinds.isArray()
                || kinds.size() > CHANNEL_KINDS_MAX
                || !kinds.valueStream().allMatch(JsonNode::isInt)) {
            body.wrong("channel_types", "BASE_TYPE_CHOICES", "Must be a list of types of channels.");
            return;
        }
        option.set("channel_types", kinds);
    }

    /// The characters of all texts in it.
    static int chars(JsonNode node) {
        if (node.isString()) {
            return node.asString().length();
        }
        int chars = 0;
        for (var entry : node.isObject() ? node.properties() : Set.<Map.Entry<String, JsonNode>>of()) {
            boolean translated = entry.getKey().endsWith("_localizations");
            chars += translated ? 0 : chars(entry.getValue());
        }
        for (var child : node.isArray() ? node : Json.mapper().createArrayNode()) {
            chars += chars(child);
        }
        return chars;
    }
}
