package chat.parley.edge.http.body;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The parameters of a header: `form-data; name="a"; filename="b.png"`. The extended form of a name
/// (`filename*=UTF-8''b.png`, RFC 8187) wins over the plain one.
final class Parameters {
    private Parameters() {}

    static Map<String, String> of(String header) {
        var found = new HashMap<String, String>();
        int at = header.indexOf(';');
        while (at >= 0 && at < header.length()) {
            int equals = header.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            int begin = equals + 1;
            while (begin < header.length() && header.charAt(begin) == ' ') {
                begin++;
            }
            boolean quoted = begin < header.length() && header.charAt(begin) == '"';
            int end = quoted ? closing(header, begin + 1) : header.indexOf(';', begin);
            end = end < 0 ? header.length() : end;
            String value = quoted
                    ? unescaped(header.substring(begin + 1, end))
                    : header.substring(begin, end).strip();
            keep(found, name, value);
            at = header.indexOf(';', end);
        }
        return found;
    }

    private static void keep(Map<String, String> found, String name, String value) {
        if (!name.endsWith("*")) {
            found.putIfAbsent(name, value);
            return;
        }
        int language = value.indexOf('\'', value.indexOf('\'') + 1);
        String encoded = value.substring(language + 1).replace("+", "%2B");
        try {
            found.put(name.substring(0, name.length() - 1), URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            found.putIfAbsent(name.substring(0, name.length() - 1), encoded);
        }
    }

    private static int closing(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return text.length();
    }

    /// Browsers write a quotation mark as `%22`, others put a backslash before it.
    private static String unescaped(String text) {
        return text.replace("\\\"", "\"").replace("\\\\", "\\").replace("%22", "\"");
    }
}
