package chat.parley.edge.http;

import chat.parley.base.json.Json;
import java.util.Map;

/// What goes back: a status, a body that is already encoded (empty for 204, which then carries no content type),
/// further headers.
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    private static final byte[] NOTHING = {};

    public static Reply json(Object value) {
        return json(200, value);
    }

    public static Reply json(int status, Object value) {
        return encoded(status, Json.bytes(value));
    }

    /// JSON that has been encoded before.
    public static Reply encoded(int status, byte[] json) {
        return new Reply(status, "application/json", json, Map.of());
    }

    /// 204.
    public static Reply none() {
        return new Reply(204, "", NOTHING, Map.of());
    }
}
