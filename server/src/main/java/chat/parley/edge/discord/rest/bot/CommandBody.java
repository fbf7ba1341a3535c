package chat.parley.edge.discord.rest.bot;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.bot.command.Command;
import chat.parley.edge.discord.rest.body.Body;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads what an application says about a command, and keeps it in Discord's shape, complete and checked.
final class CommandBody {
    static final String NAMES = "name_localizations";
    static final String DESCRIPTIONS = "description_localizations";
    private static final String DESCRIPTION = "description";
    private static final String OPTIONS = "options";
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final Set<String> LOCALES = Set.of(
            "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu",
            "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi",
            "zh-CN", "zh-TW");
    private static final long PERMISSIONS_MAX = (1L << 54) - 1;

    private CommandBody() {}

    /// @param before what stays where the body says nothing; absent for a new command
    static Command.Draft draft(Body body, Command.@Nullable Draft before) {
        int type = before == null ? type(body) : before.type();
        String name = before == null || body.has("name")
                ? body.requiredText("name", 1, Limits.COMMAND_NAME_MAX_CHARS)
                : before.name();
        var definition = before == null
                ? Json.mapper().createObjectNode()
                : (ObjectNode) before.definition().deepCopy();
        if (type == Command.CHAT_INPUT) {
            name = slashName(body, "name", name);
        }
        texts(body, definition, type == Command.CHAT_INPUT, before == null);
        if (type == Command.CHAT_INPUT && (before == null || body.has(OPTIONS))) {
            definition.set(OPTIONS, OptionBody.read(body));
        }
        places(body, definition, before == null);
        boolean nsfw = body.flag("nsfw", before != null && before.nsfw());
        var permissions = body.has("default_member_permissions")
                ? body.longNumber("default_member_permissions", 0, PERMISSIONS_MAX)
                : before == null ? null : before.defaultPermissions();
        requireShort(body, name, definition);
        return new Command.Draft(type, name, definition, permissions, nsfw);
    }

    /// Lower-case letters, digits, dashes: what can be typed after a slash.
    static String slashName(Body body, String field, String name) {
        boolean fits = NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT));
        if (!name.isEmpty() && !fits) {
            body.wrong(field, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        return name;
    }

    /// A name or description in other languages.
    static void localized(Body body, ObjectNode to, String field, int max) {
        if (!body.has(field)) {
            return;
        }
        var given = body.object(field);
        if (given == null || given.tree().isEmpty()) {
            to.putNull(field);
            return;
        }
        var kept = to.putObject(field);
        given.tree().propertyNames().stream().sorted().forEach(locale -> {
            String text = given.text(locale, 1, max);
            if (!LOCALES.contains(locale)) {
                given.wrong(locale, "ENUM_TYPE_COERCE", "Value \"" + brief(locale) + "\" is not a valid locale.");
            } else if (text != null) {
                kept.put(locale, text);
            }
        });
    }

    private static int type(Body body) {
        var type = body.number("type", Command.CHAT_INPUT, Command.MESSAGE);
        return type == null ? Command.CHAT_INPUT : type;
    }

    private static void texts(Body body, ObjectNode definition, boolean slash, boolean fresh) {
        localized(body, definition, NAMES, Limits.COMMAND_NAME_MAX_CHARS);
        if (!slash) {
            String text = body.text(DESCRIPTION, 0, Limits.COMMAND_TEXT_MAX_CHARS);
            if (text != null && !text.isEmpty()) {
                body.wrong(
                        DESCRIPTION,
                        "APPLICATION_COMMAND_INVALID_DESCRIPTION",
                        "Context menu commands cannot have description");
            }
            definition.put(DESCRIPTION, "");
            return;
        }
        if (fresh || body.has(DESCRIPTION)) {
            definition.put(DESCRIPTION, body.requiredText(DESCRIPTION, 1, Limits.COMMAND_TEXT_MAX_CHARS));
        }
        localized(body, definition, DESCRIPTIONS, Limits.COMMAND_TEXT_MAX_CHARS);
    }

    private static void places(Body body, ObjectNode definition, boolean fresh) {
        var contexts = numbers(body, "contexts", 2);
        boolean direct = body.flag("dm_permission", true);
        if (contexts != null) {
            var list = definition.putArray("contexts");
            contexts.forEach(list::add);
        } else if (fresh && !direct) {
            definition.putArray("contexts").add(0);
        } else if (fresh || body.isNull("contexts")) {
            definition.putNull("contexts");
        }
        var types = numbers(body, "integration_types", 1);
        if (types != null || fresh) {
            var list = definition.putArray("integration_types");
            (types == null ? List.of(0) : types).forEach(list::add);
        }
    }

    /// Distinct numbers from 0 on, which JDA writes as text; `null` when there are none.
    private static @Nullable List<Integer> numbers(Body body, String field, int max) {
        var node = body.tree().path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isArray() || node.isEmpty()) {
            body.wrong(field, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + (max + 1) + " in length.");
            return null;
        }
        var numbers = node.valueStream()
                .map(it -> it.isIntegralNumber() || it.isString() ? it.asInt(-1) : -1)
                .toList();
        boolean known = numbers.stream().allMatch(it -> it >= 0 && it <= max);
        if (!known || new HashSet<>(numbers).size() != numbers.size()) {
            body.wrong(field, "BASE_TYPE_CHOICES", "Values must be different numbers from 0 to " + max + ".");
            return null;
        }
        return numbers;
    }

    private static void requireShort(Body body, String name, ObjectNode definition) {
        int whole = name.length() + OptionBody.chars(definition);
        if (whole > Limits.COMMAND_WHOLE_MAX_CHARS) {
            body.wrong(
                    "",
                    "APPLICATION_COMMAND_TOO_LARGE",
                    "Command exceeds maximum size (" + Limits.COMMAND_WHOLE_MAX_CHARS + ")");
        }
    }

    static String brief(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
