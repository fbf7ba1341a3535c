package chat.parley.edge.discord.rest.body;

import chat.parley.base.limit.Limits;
import java.util.HashSet;
import tools.jackson.databind.node.ObjectNode;

/// The fields of select menus and of the upload in a modal.
final class SelectFields {
    private SelectFields() {}

    static void strings(ObjectNode node, Body body, ComponentBody all) {
        common(node, body, all);
        var options = body.objects("options", Limits.SELECT_OPTIONS_MAX);
        if (options.isEmpty()) {
            body.wrong("options", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 25 in length.");
        }
        var values = new HashSet<String>();
        var list = node.putArray("options");
        for (var option : options) {
            var one = list.addObject();
            String value = option.requiredText("value", 1, Limits.SELECT_TEXT_MAX_CHARS);
            one.put("label", option.requiredText("label", 1, Limits.SELECT_TEXT_MAX_CHARS));
            one.put("value", value);
            if (!values.add(value)) {
                option.wrong("value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is used");
            }
            ComponentFields.optional(one, option, "description", Limits.SELECT_TEXT_MAX_CHARS);
            ComponentFields.emoji(one, option);
            if (option.flag("default", false)) {
                one.put("default", true);
            }
        }
        int most = node.path("max_values").asInt(1);
        if (most > options.size() && !options.isEmpty()) {
            body.wrong("max_values", "NUMBER_TYPE_MAX", "max_values cannot exceed the number of options.");
        }
    }

    static void entities(ObjectNode node, Body body, ComponentBody all) {
        common(node, body, all);
        var defaults = body.objects("default_values", Limits.SELECT_OPTIONS_MAX);
        if (defaults.isEmpty()) {
            return;
        }
        var list = node.putArray("default_values");
        for (var each : defaults) {
            var id = each.id("id");
            String type = each.requiredText("type", 1, 10);
            if (id != null) {
                list.addObject().put("id", Long.toString(id)).put("type", type);
            }
        }
    }

    static void channels(ObjectNode node, Body body, ComponentBody all) {
        entities(node, body, all);
        var kinds = body.tree().path("channel_types");
        if (kinds.isArray() && !kinds.isEmpty() && kinds.size() <= Limits.SELECT_OPTIONS_MAX) {
            var list = node.putArray("channel_types");
            kinds.forEach(it -> list.add(it.asInt(0)));
        }
    }

    static void upload(ObjectNode node, Body body, ComponentBody all) {
        all.named(node, body);
        ComponentFields.range(node, body, "min_values", "max_values", Limits.ATTACHMENTS_MAX);
        node.put("required", body.flag("required", true));
    }

    private static void common(ObjectNode node, Body body, ComponentBody all) {
        all.named(node, body);
        ComponentFields.optional(node, body, "placeholder", Limits.SELECT_PLACEHOLDER_MAX_CHARS);
        ComponentFields.range(node, body, "min_values", "max_values", Limits.SELECT_OPTIONS_MAX);
        if (all.modal()) {
            node.put("required", body.flag("required", true));
        }
        if (body.flag("disabled", false)) {
            node.put("disabled", true);
        }
    }
}
