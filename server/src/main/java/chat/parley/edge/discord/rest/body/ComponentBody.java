package chat.parley.edge.discord.rest.body;

import chat.parley.base.limit.Limits;
import chat.parley.message.rich.Components;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the components of a message or a modal: what may stand in what, how many, each with a number and each that
/// can be used with a `custom_id` of its own
/// (<https://discord.com/developers/docs/components/reference>).
public final class ComponentBody {
    private static final Set<Kind> IN_OLD_MESSAGE = EnumSet.of(Kind.ROW);
    private static final Set<Kind> IN_NEW_MESSAGE =
            EnumSet.of(Kind.ROW, Kind.SECTION, Kind.TEXT, Kind.GALLERY, Kind.FILE, Kind.SEPARATOR, Kind.CONTAINER);
    private static final Set<Kind> IN_MODAL = EnumSet.of(Kind.ROW, Kind.LABEL, Kind.TEXT);

    private final boolean modal;
    private final Set<String> customIds = new HashSet<>();
    private final Set<Integer> numbers = new HashSet<>();
    private int count;

    private ComponentBody(boolean modal) {
        this.modal = modal;
    }

    /// The field `components` of a message; `null` when it is absent.
    ///
    /// @param flags of the message, of which IS_COMPONENTS_V2 matters
    static @Nullable Components of(Body body, boolean layout) {
        if (!body.has("components")) {
            return null;
        }
        var reader = new ComponentBody(false);
        int max = layout ? Limits.COMPONENTS_MAX : Limits.COMPONENT_ROWS_MAX;
        var read = reader.children(body, "components", layout ? IN_NEW_MESSAGE : IN_OLD_MESSAGE, max);
        return reader.whole(body, read);
    }

    /// The field `components` of a modal.
    public static Components ofModal(Body body) {
        var reader = new ComponentBody(true);
        return reader.whole(body, reader.children(body, "components", IN_MODAL, Limits.COMPONENT_ROWS_MAX));
    }

    private Components whole(Body body, List<JsonNode> read) {
        if (count > Limits.COMPONENTS_MAX) {
            body.wrong(
                    "components",
                    "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                    "The total number of components cannot exceed " + Limits.COMPONENTS_MAX);
        }
        int[] next = {1};
        read.forEach(it -> number((ObjectNode) it, next));
        return read.isEmpty() ? Components.NONE : new Components(read);
    }

    List<JsonNode> children(Body body, String field, Set<Kind> allowed, int max) {
        var read = new ArrayList<JsonNode>();
        for (var each : body.objects(field, max)) {
            var child = one(each, allowed);
            if (child != null) {
                read.add(child);
            }
        }
        return read;
    }

    @Nullable
    ObjectNode one(Body body, Set<Kind> allowed) {
        count++;
        var type = body.number("type", 1, 1_000);
        var kind = type == null ? null : Kind.of(type);
        if (kind == null || !allowed.contains(kind)) {
            var numbers = allowed.stream().map(it -> Integer.toString(it.type)).toList();
            body.wrong("type", "BASE_TYPE_CHOICES", "Value must be one of {" + String.join(", ", numbers) + "}.");
            return null;
        }
        var node = ComponentFields.begin(kind.type);
        var number = body.number("id", 0, Integer.MAX_VALUE);
        if (number != null && number > 0) {
            if (!numbers.add(number)) {
                body.wrong("id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
            }
            node.put("id", number);
        }
        kind.read.into(node, body, this);
        return node;
    }

    boolean modal() {
        return modal;
    }

    /// Notes the name by which it acts.
    void named(ObjectNode node, Body body) {
        String id = body.requiredText("custom_id", 1, Limits.CUSTOM_ID_MAX_CHARS);
        if (!customIds.add(id)) {
            body.wrong("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
        node.put("custom_id", id);
    }

    /// Gives numbers to those that have none, in the order of reading.
    private void number(ObjectNode node, int[] next) {
        if (!node.has("id")) {
            while (!numbers.add(next[0])) {
                next[0]++;
            }
            node.put("id", next[0]);
        }
        for (var child : node.path("components")) {
            number((ObjectNode) child, next);
        }
        for (String single : List.of("accessory", "component")) {
            if (node.path(single) instanceof ObjectNode child) {
                number(child, next);
            }
        }
    }
}
