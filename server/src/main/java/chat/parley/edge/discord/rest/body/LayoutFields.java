package chat.parley.edge.discord.rest.body;

import chat.parley.base.limit.Limits;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The fields of what lays a message or a modal out.
final class LayoutFields {
    private static final Set<Kind> IN_SECTION = EnumSet.of(Kind.TEXT);
    private static final Set<Kind> ACCESSORIES = EnumSet.of(Kind.BUTTON, Kind.THUMBNAIL);
    private static final Set<Kind> IN_CONTAINER =
            EnumSet.of(Kind.ROW, Kind.SECTION, Kind.TEXT, Kind.GALLERY, Kind.FILE, Kind.SEPARATOR);
    private static final Set<Kind> IN_LABEL = EnumSet.of(
            Kind.TEXT_INPUT,
            Kind.STRING_SELECT,
            Kind.USER_SELECT,
            Kind.ROLE_SELECT,
            Kind.MENTIONABLE_SELECT,
            Kind.CHANNEL_SELECT,
            Kind.FILE_UPLOAD);
    private static final Set<String> MEDIA = Set.of("http", "https", "attachment");
    private static final Set<String> FILES = Set.of("attachment");

    private LayoutFields() {}

    static void section(ObjectNode node, Body body, ComponentBody all) {
        var texts = all.children(body, "components", IN_SECTION, Limits.SECTION_TEXTS_MAX);
        if (texts.isEmpty()) {
            body.wrong("components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 3 in length.");
        }
        node.putArray("components").addAll(texts);
        var accessory = body.object("accessory");
        if (accessory == null) {
            body.wrong("accessory", "BASE_TYPE_REQUIRED", "This field is required");
            return;
        }
        var read = all.one(accessory, ACCESSORIES);
        if (read != null) {
            node.set("accessory", read);
        }
    }

    static void text(ObjectNode node, Body body, ComponentBody all) {
        node.put("content", body.requiredText("content", 1, Limits.MESSAGE_MAX_CHARS));
    }

    static void thumbnail(ObjectNode node, Body body, ComponentBody all) {
        media(node, body, "media", MEDIA);
        described(node, body);
    }

    static void gallery(ObjectNode node, Body body, ComponentBody all) {
        var items = body.objects("items", Limits.GALLERY_ITEMS_MAX);
        if (items.isEmpty()) {
            body.wrong("items", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 10 in length.");
        }
        var list = node.putArray("items");
        for (var item : items) {
            var one = list.addObject();
            media(one, item, "media", MEDIA);
            described(one, item);
        }
    }

    static void file(ObjectNode node, Body body, ComponentBody all) {
        media(node, body, "file", FILES);
        node.put("spoiler", body.flag("spoiler", false));
    }

    static void separator(ObjectNode node, Body body, ComponentBody all) {
        var spacing = body.number("spacing", 1, 2);
        node.put("divider", body.flag("divider", true));
        node.put("spacing", spacing == null ? 1 : spacing);
    }

    static void container(ObjectNode node, Body body, ComponentBody all) {
        var children = all.children(body, "components", IN_CONTAINER, Limits.COMPONENTS_MAX);
        if (children.isEmpty()) {
            body.wrong("components", "BASE_TYPE_REQUIRED", "This field is required");
        }
        node.putArray("components").addAll(children);
        var color = body.number("accent_color", 0, 0xFFFFFF);
        if (color != null) {
            node.put("accent_color", color);
        }
        node.put("spoiler", body.flag("spoiler", false));
    }

    static void label(ObjectNode node, Body body, ComponentBody all) {
        node.put("label", body.requiredText("label", 1, Limits.INPUT_LABEL_MAX_CHARS));
        ComponentFields.optional(node, body, "description", Limits.SELECT_TEXT_MAX_CHARS);
        var inner = body.object("component");
        var read = inner == null ? null : all.one(inner, IN_LABEL);
        if (inner == null) {
            body.wrong("component", "BASE_TYPE_REQUIRED", "This field is required");
        } else if (read != null) {
            node.set("component", read);
        }
    }

    private static void described(ObjectNode node, Body body) {
        ComponentFields.optional(node, body, "description", Limits.DESCRIPTION_MAX_CHARS);
        node.put("spoiler", body.flag("spoiler", false));
    }

    private static void media(ObjectNode node, Body body, String field, Set<String> schemes) {
        var given = body.object(field);
        String url = given == null ? "" : given.requiredText("url", 1, Limits.URL_MAX_CHARS);
        if (given == null) {
            body.wrong(field, "BASE_TYPE_REQUIRED", "This field is required");
        } else if (!url.isEmpty() && !EmbedBody.ofScheme(url, schemes)) {
            given.wrong("url", "URL_TYPE_INVALID_SCHEME", "Scheme must be one of " + schemes + ".");
        } else {
            node.putObject(field).put("url", url);
        }
    }
}
