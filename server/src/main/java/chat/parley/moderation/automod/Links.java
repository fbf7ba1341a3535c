package chat.parley.moderation.automod;

import chat.parley.moderation.automod.match.Hit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds links to places that a rule does not allow.
final class Links {
    /// Possessive throughout, so that no text makes it try again.
    private static final Pattern LINK = Pattern.compile("(?i)https?+://([^\\s/?#<>\"]{1,255}+)");

    private Links() {}

    /// @param allowed domains, which stand for their subdomains too
    static @Nullable Hit first(String text, List<String> allowed) {
        if (!text.contains("://")) {
            return null;
        }
        for (var link = LINK.matcher(text); link.find(); ) {
            String host = host(link.group(1));
            if (allowed.stream().noneMatch(it -> within(host, domain(it)))) {
                return new Hit(host, link.group());
            }
        }
        return null;
    }

    private static boolean within(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    /// As somebody wrote it into the rule: perhaps as an address, or with a star.
    private static String domain(String written) {
        String bare =
                written.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").replaceFirst("/.*$", "");
        return bare.replaceFirst("^\\*\\.?", "");
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        int port = host.lastIndexOf(':');
        String bare = port > 0 && !host.endsWith("]") ? host.substring(0, port) : host;
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
