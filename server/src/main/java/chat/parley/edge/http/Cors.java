package chat.parley.edge.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pages of other origins may call us. Tokens travel in a header that no browser adds by itself, so an
/// allowed origin gains nothing from the visitor's being signed in.
final class Cors {
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, HEAD";
    private static final String SHOWN = "Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, "
            + "X-RateLimit-Reset-After, X-RateLimit-Bucket, X-RateLimit-Scope, X-RateLimit-Global, X-Trace-Id";

    private final Set<String> origins;

    Cors(List<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /// The answer to a browser's question before the call, or `null` when this is none.
    @Nullable
    Reply preflight(HttpMethod method, HttpHeaders headers) {
        if (!method.equals(HttpMethod.OPTIONS) || !headers.contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD)) {
            return null;
        }
        if (!allows(headers.get(HttpHeaderNames.ORIGIN))) {
            return Reply.none();
        }
        String asked = headers.get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
        return Reply.none()
                .with(Map.of(
                        "Access-Control-Allow-Methods",
                        METHODS,
                        "Access-Control-Allow-Headers",
                        asked == null ? "Authorization, Content-Type, X-Audit-Log-Reason" : asked,
                        "Access-Control-Max-Age",
                        "7200"));
    }

    /// What every answer to that origin carries.
    void mark(HttpHeaders asked, HttpHeaders answer) {
        if (origins.isEmpty()) {
            return;
        }
        answer.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        String origin = asked.get(HttpHeaderNames.ORIGIN);
        if (origin != null && allows(origin)) {
            answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            answer.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        }
    }

    private boolean allows(@Nullable String origin) {
        return origin != null && (origins.contains("*") || origins.contains(origin));
    }
}
