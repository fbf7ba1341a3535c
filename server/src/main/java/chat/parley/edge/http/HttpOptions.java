package chat.parley.edge.http;

import chat.parley.base.limit.Limits;
import java.util.List;

/// How the server listens and how patient it is.
///
/// @param port 0 for any free one
/// @param trustedProxies addresses or networks (`10.0.0.0/8`) whose `X-Forwarded-For` is believed
/// @param corsOrigins further origins whose pages may call us; `*` for all; empty means our own only
/// @param idleMs how long a connection may rest between two requests
/// @param requestMs how long a request may take from its first byte to its last
/// @param writeMs how long a peer may take to read an answer
public record HttpOptions(
        String host,
        int port,
        List<String> trustedProxies,
        List<String> corsOrigins,
        long idleMs,
        long requestMs,
        long writeMs) {

    public static HttpOptions of(String host, int port, List<String> trustedProxies, List<String> corsOrigins) {
        return new HttpOptions(
                host,
                port,
                trustedProxies,
                corsOrigins,
                Limits.HTTP_IDLE_MS,
                Limits.HTTP_REQUEST_MS,
                Limits.HTTP_WRITE_MS);
    }
}
