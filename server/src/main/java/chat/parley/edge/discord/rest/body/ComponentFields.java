package chat.parley.edge.discord.rest.body;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The fields of rows, buttons and text inputs.
final class ComponentFields {
    private static final Set<Kind> IN_ROW = EnumSet.of(
            Kind.BUTTON,
            Kind.STRING_SELECT,
            Kind.USER_SELECT,
            Kind.ROLE_SELECT,
            Kind.MENTIONABLE_SELECT,
            Kind.CHANNEL_SELECT);
    private static final Set<Kind> IN_MODAL_ROW = EnumSet.of(Kind.TEXT_INPUT);
    private static final Set<String> LINKS = Set.of("http", "https", "discord");
    private static final int LINK_STYLE = 5;

    private ComponentFields() {}

    static ObjectNode begin(int type) {
        return Json.mapper().createObjectNode().put("type", type);
    }

    static void row(ObjectNode node, Body body, ComponentBody all) {
        var children =
                all.children(body, "components", all.modal() ? IN_MODAL_ROW : IN_ROW, Limits.COMPONENTS_PER_ROW_MAX);
        boolean mixed = children.size() > 1
                && children.stream().anyMatch(it -> it.path("type").asInt() != Kind.BUTTON.type);
        if (mixed || children.isEmpty()) {
            body.wrong(
                    "components",
                    mixed ? "COMPONENT_LAYOUT_WIDTH_EXCEEDED" : "BASE_TYPE_BAD_LENGTH",
                    mixed ? "The specified component exceeds the maximum width" : "Must be between 1 and 5 in length.");
        }
        node.putArray("components").addAll(children);
    }

    static void button(ObjectNode node, Body body, ComponentBody all) {
        var style = body.number("style", 1, LINK_STYLE);
        if (style == null) {
            body.wrong("style", "BASE_TYPE_REQUIRED", "This field is required");
            return;
        }
        node.put("style", style);
        if (style == LINK_STYLE) {
            String url = body.requiredText("url", 1, Limits.BUTTON_URL_MAX_CHARS);
            if (!EmbedBody.ofScheme(url, LINKS)) {
                body.wrong("url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('discord', 'http', 'https').");
            }
            node.put("url", url);
        } else {
            all.named(node, body);
        }
        optional(node, body, "label", Limits.BUTTON_LABEL_MAX_CHARS);
        emoji(node, body);
        if (!node.has("label") && !node.has("emoji")) {
            body.wrong("label", "BUTTON_COMPONENT_LABEL_REQUIRED", "A label or emoji is required");
        }
        if (body.flag("disabled", false)) {
            node.put("disabled", true);
        }
    }

    static void input(ObjectNode node, Body body, ComponentBody all) {
        all.named(node, body);
        var style = body.number("style", 1, 2);
        node.put("style", style == null ? 1 : style);
        optional(node, body, "label", Limits.INPUT_LABEL_MAX_CHARS);
        range(node, body, "min_length", "max_length", Limits.INPUT_VALUE_MAX_CHARS);
        node.put("required", body.flag("required", true));
        optional(node, body, "value", Limits.INPUT_VALUE_MAX_CHARS);
        optional(node, body, "placeholder", Limits.INPUT_PLACEHOLDER_MAX_CHARS);
    }

    static void optional(ObjectNode node, Body body, String field, int max) {
        String text = body.text(field, 0, max);
        if (text != null && !text.isEmpty()) {
            node.put(field, text);
        }
    }

    /// Two numbers from 0 to the maximum, of which the first is not larger.
    static void range(ObjectNode node, Body body, String low, String high, int max) {
        var least = body.number(low, 0, max);
        var most = body.number(high, 1, max);
        if (least != null) {
            node.put(low, least);
        }
        if (most != null) {
            node.put(high, most);
        }
        if (least != null && most != null && least > most) {
            body.wrong(low, "NUMBER_TYPE_MAX", low + " must be less than or equal to " + high + ".");
        }
    }

    static void emoji(ObjectNode node, Body body) {
        var given = body.object("emoji");
        if (given == null) {
            return;
        }
        var id = given.id("id");
        String name = given.text("name", 0, Limits.EMOJI_MAX_CHARS);
        if (id == null && (name == null || name.isEmpty())) {
            given.wrong("name", "BASE_TYPE_REQUIRED", "This field is required");
            return;
        }
        var emoji = node.putObject("emoji");
        if (id != null) {
            emoji.put("id", Long.toString(id));
        }
        if (name != null) {
            emoji.put("name", name);
        }
        if (given.flag("animated", false)) {
            emoji.put("animated", true);
        }
    }
}
