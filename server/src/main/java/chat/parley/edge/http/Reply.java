package chat.parley.edge.http;

import chat.parley.base.json.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes back: a status, a body that is already encoded (empty for 204, which then carries no content
/// type), further headers.
///
/// @param stream what is sent instead of the body when it is too large to hold
public record Reply(
        int status,
        String contentType,
        byte[] body,
        Map<String, String> headers,
        @Nullable Stream stream) {
    public static final String JSON = "application/json";
    private static final byte[] NOTHING = {};

    /// A body that is read while it is sent.
    ///
    /// @param opening is called on a virtual thread, once at most: not for HEAD
    public record Stream(long length, Opening opening) {}

    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    public Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
        this(status, contentType, body, headers, null);
    }

    public static Reply streamed(int status, String contentType, Stream stream) {
        return new Reply(status, contentType, NOTHING, Map.of(), stream);
    }

    public static Reply json(Object value) {
        return json(200, value);
    }

    public static Reply json(int status, Object value) {
        return encoded(status, Json.bytes(value));
    }

    /// JSON that has been encoded before.
    public static Reply encoded(int status, byte[] json) {
        return new Reply(status, JSON, json, Map.of());
    }

    /// 204.
    public static Reply none() {
        return empty(204);
    }

    /// A status that has no body, as 204 and 304.
    public static Reply empty(int status) {
        return new Reply(status, "", NOTHING, Map.of());
    }

    /// A status and its name in words, for what has no code of its own: `{"message": "404: Not Found",
    /// "code": 0}`.
    public static Reply status(int status) {
        String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
        return json(status, new Named(status + ": " + reason, 0));
    }

    /// The same with one more header.
    public Reply with(String name, String value) {
        return with(Map.of(name, value));
    }

    public Reply with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        if (headers.isEmpty()) {
            return new Reply(status, contentType, body, Map.copyOf(more), stream);
        }
        var all = new HashMap<>(headers);
        all.putAll(more);
        return new Reply(status, contentType, body, all, stream);
    }

    private record Named(String message, int code) {}
}
