package chat.parley.base.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came back.
///
/// @param address where it came from in the end
/// @param headers by lower-case name; of repeated ones the first
/// @param cut the body went on after the limit
public record WebAnswer(URI address, int status, Map<String, String> headers, byte[] body, boolean cut) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public boolean success() {
        return status >= 200 && status < 300;
    }
}
