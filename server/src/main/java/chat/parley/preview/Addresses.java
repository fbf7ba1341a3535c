package chat.parley.preview;

import chat.parley.base.limit.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The links of a text that ask for a preview: not those in code, and not those in `<…>`, by which an author says that
/// they want none.
final class Addresses {
    /// Possessive, so that no text makes them try again.
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`]*+`", Pattern.DOTALL);
    private static final Pattern LINK =
            Pattern.compile("<?+https?+://[^\\s<>\"`|]{1,2000}+>?+", Pattern.CASE_INSENSITIVE);

    private Addresses() {}

    static List<URI> in(String text) {
        var found = new LinkedHashSet<URI>();
        var links =
                LINK.matcher(text.indexOf('`') < 0 ? text : CODE.matcher(text).replaceAll(" "));
        while (links.find() && found.size() < Limits.PREVIEWS_PER_MESSAGE_MAX) {
            String link = links.group();
            var address = link.startsWith("<") ? null : address(trimmed(link));
            if (address != null) {
                found.add(address);
            }
        }
        return new ArrayList<>(found);
    }

    /// People write what looks like an address and is none; it gets no preview.
    private static @Nullable URI address(String link) {
        try {
            var address = new URI(link);
            return address.getHost() != null && address.getRawUserInfo() == null ? address : null;
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    /// Without the full stop of the sentence, and without a bracket that was opened before the link.
    private static String trimmed(String link) {
        String bare = link.endsWith(">") ? link.substring(0, link.length() - 1) : link;
        int end = bare.length();
        while (end > 0 && ".,:;!?'*_~".indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end > 0 && bare.charAt(end - 1) == ')' && bare.indexOf('(') < 0) {
            end--;
        }
        return bare.substring(0, end);
    }
}
