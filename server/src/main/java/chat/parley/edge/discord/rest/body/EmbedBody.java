package chat.parley.edge.discord.rest.body;

import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.message.rich.Embeds;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads embeds, with Discord's limits
/// (<https://discord.com/developers/docs/resources/message#embed-object-embed-limits>).
final class EmbedBody {
    private static final Set<String> PAGES = Set.of("http", "https");
    private static final Set<String> PICTURES = Set.of("http", "https", "attachment");

    private final Body body;
    private int chars;

    private EmbedBody(Body body) {
        this.body = body;
    }

    /// The field `embeds`, or the single `embed` of old clients; `null` when there is neither.
    static @Nullable Embeds of(Body body) {
        var single = body.object("embed");
        if (!body.has("embeds") && single == null) {
            return null;
        }
        var bodies = single == null ? body.objects("embeds", Limits.EMBEDS_MAX) : List.of(single);
        var embeds = new ArrayList<JsonNode>(bodies.size());
        int chars = 0;
        for (var each : bodies) {
            var reader = new EmbedBody(each);
            embeds.add(reader.read());
            chars += reader.chars;
        }
        if (chars > Limits.EMBEDS_MAX_CHARS) {
            body.wrong(
                    "embeds",
                    "MAX_EMBED_SIZE_EXCEEDED",
                    "Embed size exceeds maximum size of " + Limits.EMBEDS_MAX_CHARS);
        }
        return embeds.isEmpty() ? Embeds.NONE : new Embeds(embeds);
    }

    private JsonNode read() {
        var embed = Json.mapper().createObjectNode();
        embed.put("type", "rich");
        text(embed, body, "title", Limits.EMBED_TITLE_MAX_CHARS, true);
        text(embed, body, "description", Limits.EMBED_DESCRIPTION_MAX_CHARS, true);
        address(embed, body, "url", PAGES);
        time(embed);
        var color = body.number("color", 0, 0xFFFFFF);
        if (color != null) {
            embed.put("color", color);
        }
        footer(embed);
        picture(embed, "image");
        picture(embed, "thumbnail");
        author(embed);
        fields(embed);
        boolean empty = embed.size() == 1 || (embed.size() == 2 && embed.has("color"));
        if (empty && !body.has("type")) {
            body.wrong("description", "BASE_TYPE_REQUIRED", "This field is required");
        }
        return embed;
    }

    private void footer(ObjectNode embed) {
        var given = body.object("footer");
        if (given != null) {
            var footer = embed.putObject("footer");
            footer.put("text", "");
            text(footer, given, "text", Limits.EMBED_FOOTER_MAX_CHARS, true);
            address(footer, given, "icon_url", PICTURES);
        }
    }

    private void author(ObjectNode embed) {
        var given = body.object("author");
        if (given != null) {
            var author = embed.putObject("author");
            author.put("name", "");
            text(author, given, "name", Limits.EMBED_AUTHOR_MAX_CHARS, true);
            address(author, given, "url", PAGES);
            address(author, given, "icon_url", PICTURES);
        }
    }

    private void picture(ObjectNode embed, String name) {
        var given = body.object(name);
        if (given != null && given.has("url")) {
            var picture = embed.putObject(name);
            address(picture, given, "url", PICTURES);
            if (!picture.has("url")) {
                embed.remove(name);
            }
        }
    }

    private void fields(ObjectNode embed) {
        var given = body.objects("fields", Limits.EMBED_FIELDS_MAX);
        if (given.isEmpty()) {
            return;
        }
        var fields = embed.putArray("fields");
        for (var each : given) {
            var field = fields.addObject();
            String name = each.requiredText("name", 1, Limits.EMBED_FIELD_NAME_MAX_CHARS);
            String value = each.requiredText("value", 1, Limits.EMBED_FIELD_VALUE_MAX_CHARS);
            chars += length(name) + length(value);
            field.put("name", name);
            field.put("value", value);
            field.put("inline", each.flag("inline", false));
        }
    }

    private void text(ObjectNode into, Body from, String name, int max, boolean counted) {
        String text = from.text(name, 0, max);
        if (text != null && !text.isEmpty()) {
            into.put(name, text);
            chars += counted ? length(text) : 0;
        }
    }

    private void time(ObjectNode embed) {
        String text = body.text("timestamp", 0, 64);
        if (text == null || text.isEmpty()) {
            return;
        }
        try {
            embed.put("timestamp", parsed(text).toString());
        } catch (DateTimeParseException notATime) {
            body.wrong("timestamp", "DATE_TIME_TYPE_PARSE", "Could not parse as an ISO-8601 date and time.");
        }
    }

    private static Instant parsed(String text) {
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant()
                : Instant.parse(text + "Z");
    }

    private static void address(ObjectNode into, Body from, String name, Set<String> schemes) {
        String text = from.text(name, 0, Limits.URL_MAX_CHARS);
        if (text == null || text.isEmpty()) {
            return;
        }
        if (ofScheme(text, schemes)) {
            into.put(name, text);
        } else {
            from.wrong(
                    name,
                    "URL_TYPE_INVALID_SCHEME",
                    "Scheme must be one of ("
                            + String.join(", ", schemes.stream().sorted().toList()) + ").");
        }
    }

    static boolean ofScheme(String text, Set<String> schemes) {
        try {
            var address = URI.create(text);
            var scheme = address.getScheme();
            return scheme != null && schemes.contains(scheme.toLowerCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException notAnAddress) {
            // Discord's users write addresses that a strict parser refuses, such as with a blank or an umlaut.
            return schemes.stream().anyMatch(it -> text.regionMatches(true, 0, it + "://", 0, it.length() + 3));
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
