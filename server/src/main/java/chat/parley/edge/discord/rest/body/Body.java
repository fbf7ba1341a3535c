package chat.parley.edge.discord.rest.body;

import chat.parley.base.id.Id;
import chat.parley.base.json.Json;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.http.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object of a request, read field by field. Wrong fields are collected and refused together by
/// [#check()], so a person sees all of them at once; unknown fields pass. Absent and `null` are told apart by
/// [#has].
public final class Body {
    private final JsonNode tree;
    /// Where this object stands in the whole body: empty, or as in `embeds.0.`.
    private final String prefix;
    /// Shared with the objects inside, so that one [#check()] tells of all.
    private final List<Refusal.Problem> problems;

    private Body(JsonNode tree, String prefix, List<Refusal.Problem> problems) {
        this.tree = tree;
        this.prefix = prefix;
        this.problems = problems;
    }

    /// @throws Refused with `Malformed` when the body is no JSON object; an empty body is an empty object
    public static Body of(Request request) {
        if (request.body().length == 0) {
            return of(Json.mapper().createObjectNode());
        }
        return of(Json.tree(request.body()));
    }

    public static Body of(JsonNode tree) {
        if (!tree.isObject()) {
            throw new Refused(new Refusal.Malformed("The body must be a JSON object."));
        }
        return new Body(tree, "", new ArrayList<>());
    }

    /// The objects of a body that is a list.
    ///
    /// @throws Refused with `Malformed` when it is none, or holds something else or too many
    public static List<Body> list(Request request, int max) {
        var tree = Json.tree(request.body());
        if (!tree.isArray() || tree.size() > max) {
            throw new Refused(new Refusal.Malformed("The body must be a JSON array of at most " + max + "."));
        }
        var bodies = new ArrayList<Body>(tree.size());
        tree.forEach(it -> bodies.add(of(it)));
        return bodies;
    }

    /// The same, with the place of each in its problems' names; [#check()] of any tells of all.
    public static List<Body> numbered(Request request, int max) {
        var problems = new ArrayList<Refusal.Problem>();
        var numbered = new ArrayList<Body>();
        for (var each : list(request, max)) {
            numbered.add(new Body(each.tree, numbered.size() + ".", problems));
        }
        return numbered;
    }

    /// Takes a field away, as if it had not been sent.
    public void without(String field) {
        if (tree instanceof ObjectNode object) {
            object.remove(field);
        }
    }

    /// Whether the field is there, be it `null`.
    public boolean has(String field) {
        return tree.has(field);
    }

    public boolean isNull(String field) {
        return tree.path(field).isNull();
    }

    /// Text between the bounds, in code points, trimmed; absent, null or wrong gives `null`.
    public @Nullable String text(String field, int min, int max) {
        var node = tree.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isString() && !node.isNumber()) {
            wrong(field, "STRING_TYPE_CONVERT", "Could not interpret as string.");
            return null;
        }
        String text = sound(node.asString()).strip();
        int length = text.codePointCount(0, text.length());
        if (length > max && min == 0) {
            wrong(field, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
            return null;
        }
        if (length < min || length > max) {
            wrong(field, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
            return null;
        }
        return text;
    }

    /// Like [#text], but must be there.
    public String requiredText(String field, int min, int max) {
        String text = text(field, min, max);
        if (text != null) {
            return text;
        }
        if (problems.stream().noneMatch(it -> it.field().equals(prefix + field))) {
            wrong(field, "BASE_TYPE_REQUIRED", "This field is required");
        }
        return "";
    }

    public @Nullable Integer number(String field, int min, int max) {
        var number = longNumber(field, min, max);
        return number == null ? null : number.intValue();
    }

    /// A number that need not be whole.
    public @Nullable Double decimal(String field, double min, double max) {
        var node = tree.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isNumber()) {
            wrong(field, "NUMBER_TYPE_COERCE", "Value \"" + brief(node) + "\" is not float.");
            return null;
        }
        double value = node.asDouble();
        if (!(value >= min && value <= max)) {
            wrong(field, "NUMBER_TYPE_RANGE", "Value should be between " + min + " and " + max + ".");
            return null;
        }
        return value;
    }

    /// A whole number, as a JSON number or a string of digits (permissions come as strings).
    public @Nullable Long longNumber(String field, long min, long max) {
        var node = tree.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            long value = node.isIntegralNumber() && node.canConvertToLong()
                    ? node.asLong()
                    : Long.parseLong(node.isString() ? node.asString() : "");
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            wrong(field, "NUMBER_TYPE_COERCE", "Value \"" + brief(node) + "\" is not int.");
            return null;
        }
        wrong(field, "NUMBER_TYPE_RANGE", "Value must be between " + min + " and " + max + ".");
        return null;
    }

    public @Nullable Boolean flag(String field) {
        var node = tree.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isBoolean()) {
            wrong(field, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
            return null;
        }
        return node.asBoolean();
    }

    public boolean flag(String field, boolean otherwise) {
        var flag = flag(field);
        return flag == null ? otherwise : flag;
    }

    /// The number of an id, given as string or number; absent, null or wrong gives `null`.
    public @Nullable Long id(String field) {
        var node = tree.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return idOf(field, node);
    }

    public List<Long> ids(String field, int max) {
        var ids = new ArrayList<Long>();
        var elements = elements(field, max);
        for (int i = 0; i < elements.size(); i++) {
            var id = idOf(field + "." + i, elements.get(i));
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /// Texts of at least one character each.
    public List<String> texts(String field, int max, int maxChars) {
        var texts = new ArrayList<String>();
        var elements = elements(field, max);
        for (int i = 0; i < elements.size(); i++) {
            var node = elements.get(i);
            String text = node.isString() ? sound(node.asString()).strip() : "";
            if (text.isEmpty() || text.codePointCount(0, text.length()) > maxChars) {
                wrong(field + "." + i, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and " + maxChars + " in length.");
            } else {
                texts.add(text);
            }
        }
        return texts;
    }

    public @Nullable Body object(String field) {
        var node = tree.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isObject()) {
            return inside(field, node);
        }
        wrong(field, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        return null;
    }

    public List<Body> objects(String field, int max) {
        var objects = new ArrayList<Body>();
        var elements = elements(field, max);
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).isObject()) {
                objects.add(inside(field + "." + i, elements.get(i)));
            } else {
                wrong(field + "." + i, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
            }
        }
        return objects;
    }

    public JsonNode tree() {
        return tree;
    }

    /// Adds a problem that the caller found.
    public void wrong(String field, String code, String message) {
        problems.add(new Refusal.Problem(prefix + field, code, message));
    }

    /// @throws Refused with `Invalid` when any field was wrong
    public void check() {
        if (!problems.isEmpty()) {
            throw new Refused(new Refusal.Invalid(List.copyOf(problems)));
        }
    }

    private Body inside(String field, JsonNode node) {
        return new Body(node, prefix + field + ".", problems);
    }

    private List<JsonNode> elements(String field, int max) {
        var node = tree.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        if (!node.isArray()) {
            wrong(field, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return List.of();
        }
        if (node.size() > max) {
            wrong(field, "BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
            return List.of();
        }
        var elements = new ArrayList<JsonNode>(node.size());
        node.forEach(elements::add);
        return elements;
    }

    private @Nullable Long idOf(String field, JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.asLong() > 0) {
            return node.asLong();
        }
        try {
            return Id.parse(node.isString() ? node.asString() : "");
        } catch (Refused notAnId) {
            wrong(field, "NUMBER_TYPE_COERCE", "Value \"" + brief(node) + "\" is not snowflake.");
            return null;
        }
    }

    /// Without NUL, and without the lone halves of surrogate pairs that an escape can smuggle in: neither can be stored
    /// as UTF-8.
    private static String sound(String text) {
        if (text.chars().noneMatch(it -> it == 0 || Character.isSurrogate((char) it))) {
            return text;
        }
        var sound = new StringBuilder(text.length());
        text.codePoints()
                .filter(it -> it != 0 && (it > Character.MAX_VALUE || !Character.isSurrogate((char) it)))
                .forEach(sound::appendCodePoint);
        return sound.toString();
    }

    private static String brief(JsonNode node) {
        String text = node.isValueNode() ? node.asString() : node.getNodeType().name();
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
