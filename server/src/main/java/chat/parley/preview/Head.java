package chat.parley.preview;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the head of an HTML page says of it: its title, its `meta` properties and where its oEmbed description is.
/// Reads tags one after the other and understands no more of HTML; of a page that is broken it says less.
final class Head {
    private static final Pattern TAG =
            Pattern.compile("<(meta|link|title|/head|body)\\b([^>]{0,4000}+)>?+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z:-]{1,40}+)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'>]++))");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> ENTITIES = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ", "ndash", "–", "mdash", "—",
            "hellip", "…");

    private final Map<String, String> properties = new HashMap<>();
    private @Nullable String title;
    private @Nullable String oembed;

    private Head() {}

    static Head of(String html) {
        var head = new Head();
        var tags = TAG.matcher(html);
        while (tags.find()) {
            String tag = tags.group(1).toLowerCase(Locale.ROOT);
            if (tag.equals("/head") || tag.equals("body")) {
                break;
            }
            head.read(tag, tags, html);
        }
        return head;
    }

    @Nullable
    String title() {
        return title;
    }

    /// Where the page's oEmbed description is, in JSON.
    @Nullable
    String oembed() {
        return oembed;
    }

    /// The first of those that says something.
    @Nullable
    String property(String... names) {
        for (String name : names) {
            String value = properties.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private void read(String tag, Matcher tags, String html) {
        if (tag.equals("title")) {
            int end = html.indexOf('<', tags.end());
            if (title == null && end > 0) {
                title = text(html.substring(tags.end(), end));
            }
            return;
        }
        var attributes = attributes(tags.group(2));
        if (tag.equals("link")) {
            String type = attributes.getOrDefault("type", "").toLowerCase(Locale.ROOT);
            if (oembed == null && type.equals("application/json+oembed")) {
                oembed = attributes.get("href");
            }
            return;
        }
        String name = attributes.getOrDefault("property", attributes.getOrDefault("name", ""));
        String content = attributes.get("content");
        if (!name.isEmpty() && content != null && !content.isBlank()) {
            properties.putIfAbsent(name.toLowerCase(Locale.ROOT), content);
        }
    }

    private static Map<String, String> attributes(String text) {
        var attributes = new HashMap<String, String>();
        for (var it = ATTRIBUTE.matcher(text); it.find(); ) {
            String value = it.group(2) != null ? it.group(2) : it.group(3) != null ? it.group(3) : it.group(4);
            attributes.putIfAbsent(it.group(1).toLowerCase(Locale.ROOT), text(value));
        }
        return attributes;
    }

    /// Without entities and line breaks.
    static String text(String html) {
        String plain = html.indexOf('&') < 0
                ? html
                : ENTITY.matcher(html).replaceAll(it -> Matcher.quoteReplacement(entity(it.group(), it.group(1))));
        return plain.replaceAll("\\s++", " ").strip();
    }

    private static String entity(String whole, String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name.toLowerCase(Locale.ROOT), whole);
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        if (digits.isEmpty() || (!hex && !digits.chars().allMatch(Character::isDigit))) {
            return whole;
        }
        int codePoint = Integer.parseInt(digits, hex ? 16 : 10);
        boolean sound = Character.isValidCodePoint(codePoint)
                && codePoint > 0
                && Character.getType(codePoint) != Character.SURROGATE;
        return sound ? Character.toString(codePoint) : "";
    }
}
