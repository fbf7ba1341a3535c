package chat.parley.edge.cdn;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// How a stranger's file is handed out: never believed by the browser to be anything else (`nosniff`), in an origin of
/// its own without scripts (`sandbox`) even where somebody opens it as a page, and downloaded unless it is a picture,
/// sound, film or plain text.
final class SafeServing {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Content-Security-Policy",
                    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox; "
                            + "frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "Referrer-Policy", "no-referrer");

    private SafeServing() {}

    static Map<String, String> headers() {
        return ALWAYS;
    }

    /// What is not shown has a type that no browser acts on.
    static String type(String contentType, boolean shown) {
        if (!shown) {
            return "application/octet-stream";
        }
        return contentType.startsWith("text/") || contentType.startsWith("application/json")
                ? "text/plain; charset=utf-8"
                : contentType;
    }

    static String disposition(String filename, boolean shown) {
        String ascii = filename.replaceAll("[^A-Za-z0-9._ ()-]", "_");
        String encoded = URLEncoder.encode(filename, StandardCharsets.UTF_8).replace("+", "%20");
        return (shown ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
