package chat.parley.edge.discord.rest;

import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells clients where the gateway is.
public final class GatewayEndpoints {
    private final @Nullable String configured;

    /// @param configured the gateway's public URL (`wss://chat.example/gateway`); without one it is where the
    ///     caller reached us
    public GatewayEndpoints(@Nullable String configured) {
        this.configured = configured;
    }

    public Reply url(Request request) {
        return Reply.json(Map.of("url", urlFor(request)));
    }

    public Reply bot(Request request) {
        var starts = Map.of("total", 1_000, "remaining", 1_000, "reset_after", 0, "max_concurrency", 1);
        return Reply.json(Map.of("url", urlFor(request), "shards", 1, "session_start_limit", starts));
    }

    private String urlFor(Request request) {
        if (configured != null) {
            return configured;
        }
        String host = request.headers().get(HttpHeaderNames.HOST, "localhost");
        boolean tls = "https".equalsIgnoreCase(request.headers().get("X-Forwarded-Proto"));
        return (tls ? "wss://" : "ws://") + host + "/gateway";
    }
}
