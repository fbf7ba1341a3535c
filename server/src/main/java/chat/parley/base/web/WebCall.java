package chat.parley.base.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// What to call.
///
/// @param maxBytes of the answer's body; what comes after is cut off
/// @param patience for the whole of it, redirects included
/// @param redirects how many to follow; each is judged like the first address. Only for `GET`
public record WebCall(
        String method,
        URI address,
        Map<String, String> headers,
        byte[] body,
        int maxBytes,
        Duration patience,
        int redirects) {

    public static WebCall get(URI address, int maxBytes, Duration patience) {
        return new WebCall("GET", address, Map.of(), new byte[0], maxBytes, patience, 0);
    }

    /// A body, and no redirect: whoever registered an address registered that one.
    public static WebCall post(URI address, Map<String, String> headers, byte[] body, int maxBytes, Duration patience) {
        return new WebCall("POST", address, headers, body, maxBytes, patience, 0);
    }

    public WebCall with(Map<String, String> others) {
        return new WebCall(method, address, others, body, maxBytes, patience, redirects);
    }

    public WebCall following(int most) {
        return new WebCall(method, address, headers, body, maxBytes, patience, most);
    }

    WebCall at(URI other) {
        return new WebCall(method, other, headers, body, maxBytes, patience, redirects);
    }
}
