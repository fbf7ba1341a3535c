package chat.parley.edge.discord.rest;

import chat.parley.base.limit.Limits;
import chat.parley.base.limit.RateLimits;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Tells clients where the gateway is.
public final class GatewayEndpoints {
    private final @Nullable String configured;
    private final RateLimits limits;
    private final Guilds guilds;

    /// @param configured the gateway's public URL (`wss://chat.example/gateway`); without one it is where the
    ///     caller reached us
    public GatewayEndpoints(@Nullable String configured, RateLimits limits, Guilds guilds) {
        this.configured = configured;
        this.limits = limits;
        this.guilds = guilds;
    }

    public Reply url(Request request) {
        return Reply.json(Map.of("url", urlFor(request)));
    }

    public Reply bot(Request request) {
        var bot = request.caller().id();
        var day = limits.starts(bot);
        int shards = Math.max(1, Math.ceilDiv(guilds.ofMember(bot).size(), Limits.GATEWAY_GUILDS_PER_SHARD));
        var starts = new Starts(day.limit(), day.remaining(), day.resetAfterMs(), Limits.GATEWAY_STARTS_AT_ONCE);
        return Reply.json(new ForBots(urlFor(request), shards, starts));
    }

    /// @param shards how many are recommended
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record ForBots(String url, int shards, Starts sessionStartLimit) {}

    /// @param resetAfter milliseconds
    /// @param maxConcurrency shards that may begin within five seconds
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Starts(int total, int remaining, long resetAfter, int maxConcurrency) {}

    private String urlFor(Request request) {
        if (configured != null) {
            return configured;
        }
        String host = request.headers().get(HttpHeaderNames.HOST, "localhost");
        boolean tls = "https".equalsIgnoreCase(request.headers().get("X-Forwarded-Proto"));
        return (tls ? "wss://" : "ws://") + host + "/gateway";
    }
}
