package chat.parley.edge.discord.shape.bot;

import chat.parley.base.json.Json;
import chat.parley.bot.command.Command;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Discord's command object. Most of it is kept in its shape already.
public final class CommandShape {
    private static final List<String> TRANSLATIONS = List.of("name_localizations", "description_localizations");

    private CommandShape() {}

    public static ObjectNode of(Command it) {
        var draft = it.draft();
        var shape = Json.mapper().createObjectNode();
        shape.put("id", it.id().text());
        shape.put("application_id", it.application().text());
        if (it.guild() != null) {
            shape.put("guild_id", it.guild().text());
        }
        shape.put("version", it.version().text());
        var permissions = draft.defaultPermissions();
        shape.put("default_member_permissions", permissions == null ? null : Long.toString(permissions));
        shape.put("type", it.type());
        shape.put("name", it.name());
        draft.definition().properties().forEach(entry -> {
            boolean empty = entry.getKey().equals("options") && entry.getValue().isEmpty();
            if (!empty) {
                shape.set(entry.getKey(), entry.getValue());
            }
        });
        if (it.guild() == null) {
            shape.put("dm_permission", it.usableIn(1));
        }
        shape.put("nsfw", draft.nsfw());
        return shape;
    }

    /// For one reader: with the texts of their language beside the plain ones, and without the dictionaries.
    public static ObjectNode localized(Command it, String locale) {
        var shape = of(it).deepCopy();
        localize(shape, locale);
        return shape;
    }

    private static void localize(ObjectNode node, String locale) {
        for (String field : TRANSLATIONS) {
            JsonNode texts = node.path(field);
            String text = texts.path(locale).asString("");
            if (!text.isEmpty()) {
                node.put(field.replace("localizations", "localized"), text);
            }
            node.remove(field);
        }
        for (String field : List.of("options", "choices")) {
            for (var child : node.path(field)) {
                if (child instanceof ObjectNode inner) {
                    localize(inner, locale);
                }
            }
        }
    }
}
