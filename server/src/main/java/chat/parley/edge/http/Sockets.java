package chat.parley.edge.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;

/// Takes connections over that ask for a WebSocket on one of its paths.
@FunctionalInterface
public interface Sockets {
    /// Called on the connection's event loop. The pipeline then holds the HTTP decoder and encoder alone,
    /// which Netty's `WebSocketServerHandshaker` replaces; reading is on; nothing has been answered. Timeouts
    /// are the taker's from here on. The request has no content and needs no release.
    void take(Upgrade upgrade);

    /// @param request whose URI and headers say what is wanted
    /// @param ip the peer's address, or what a trusted proxy says of it
    record Upgrade(Channel channel, FullHttpRequest request, String ip) {}
}
