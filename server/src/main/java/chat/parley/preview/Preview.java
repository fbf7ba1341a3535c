package chat.parley.preview;

import chat.parley.base.json.Json;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts together the embed of a page, in Discord's shape. Texts are cut, and addresses that are none of the web's left
/// out, whatever the page says.
final class Preview {
    private static final int TITLE_MAX = 256;
    private static final int DESCRIPTION_MAX = 350;
    private static final int NAME_MAX = 256;
    private static final int SIDE_MAX = 20_000;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final URI page;
    private final External external;
    private final ObjectNode embed = Json.mapper().createObjectNode();

    private Preview(URI address, URI page, External external) {
        this.page = page;
        this.external = external;
        embed.put("type", "link");
        embed.put("url", address.toString());
    }

    /// @param address as it stands in the message
    /// @param page where it led to
    /// @return absent when the page says nothing of itself
    static @Nullable ObjectNode of(URI address, URI page, Head head, @Nullable JsonNode oembed, External external) {
        var preview = new Preview(address, page, external);
        preview.read(head);
        if (oembed != null) {
            preview.read(oembed);
        }
        return preview.embed.has("title") || preview.embed.has("thumbnail") ? preview.embed : null;
    }

    /// A link to a picture itself.
    static ObjectNode picture(URI address, External external) {
        var preview = new Preview(address, address, external);
        preview.embed.put("type", "image");
        preview.picture("thumbnail", address.toString(), null, null);
        return preview.embed;
    }

    private void read(Head head) {
        text("title", head.property("og:title", "twitter:title"), TITLE_MAX);
        if (!embed.has("title")) {
            text("title", head.title(), TITLE_MAX);
        }
        text("description", head.property("og:description", "twitter:description", "description"), DESCRIPTION_MAX);
        named("provider", head.property("og:site_name"), null);
        picture(
                "thumbnail",
                head.property("og:image:secure_url", "og:image", "og:image:url", "twitter:image"),
                head.property("og:image:width"),
                head.property("og:image:height"));
        String type = head.property("og:type");
        if (type != null && type.startsWith("article")) {
            embed.put("type", "article");
        }
        String colour = head.property("theme-color");
        if (colour != null && COLOUR.matcher(colour).matches()) {
            embed.put("color", Integer.parseInt(colour.substring(1), 16));
        }
    }

    /// Of an oEmbed description only words and the picture are taken, never its HTML.
    private void read(JsonNode oembed) {
        if (!embed.has("title")) {
            text("title", string(oembed, "title"), TITLE_MAX);
        }
        named("author", string(oembed, "author_name"), string(oembed, "author_url"));
        if (!embed.has("provider")) {
            named("provider", string(oembed, "provider_name"), string(oembed, "provider_url"));
        }
        if (!embed.has("thumbnail")) {
            boolean photo = "photo".equals(string(oembed, "type"));
            picture(
                    "thumbnail",
                    string(oembed, photo ? "url" : "thumbnail_url"),
                    string(oembed, photo ? "width" : "thumbnail_width"),
                    string(oembed, photo ? "height" : "thumbnail_height"));
        }
    }

    private void text(String field, @Nullable String value, int max) {
        String text = value == null ? "" : value.strip();
        if (!text.isEmpty()) {
            embed.put(field, cut(text, max));
        }
    }

    private void named(String field, @Nullable String name, @Nullable String url) {
        if (name == null || name.isBlank()) {
            return;
        }
        var named = embed.putObject(field);
        named.put("name", cut(name.strip(), NAME_MAX));
        var address = url == null ? null : resolved(url);
        if (address != null) {
            named.put("url", address.toString());
        }
    }

    private void picture(String field, @Nullable String url, @Nullable String width, @Nullable String height) {
        var address = url == null ? null : resolved(url);
        if (address == null) {
            return;
        }
        var picture = embed.putObject(field);
        picture.put("url", address.toString());
        picture.put("proxy_url", external.link(address));
        int w = side(width);
        int h = side(height);
        if (w > 0 && h > 0) {
            picture.put("width", w);
            picture.put("height", h);
        }
    }

    private @Nullable URI resolved(String url) {
        try {
            var address = page.resolve(url.strip());
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && address.toString().length() <= External.ADDRESS_MAX_CHARS
                    ? address
                    : null;
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    private static int side(@Nullable String digits) {
        if (digits == null || !digits.matches("[0-9]{1,5}")) {
            return 0;
        }
        int side = Integer.parseInt(digits);
        return side <= SIDE_MAX ? side : 0;
    }

    private static @Nullable String string(JsonNode tree, String field) {
        var node = tree.path(field);
        return node.isValueNode() && !node.isNull() ? Head.text(node.asString()) : null;
    }

    private static String cut(String text, int max) {
        if (text.codePointCount(0, text.length()) <= max) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }
}
