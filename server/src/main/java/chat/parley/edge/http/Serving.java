package chat.parley.edge.http;

import chat.parley.base.content.Spool;
import io.netty.channel.group.ChannelGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// What all connections of a server share.
///
/// @param open the connections that speak HTTP, to be told of a drain; WebSockets have left
record Serving(
        HttpOptions options,
        List<Site> sites,
        Map<String, Sockets> sockets,
        Workers workers,
        Streams streams,
        Spool spool,
        Proxies proxies,
        Cors cors,
        ChannelGroup open,
        AtomicBoolean draining) {

    @Nullable
    Site siteOf(String path) {
        for (var site : sites) {
            if (site.takes(path)) {
                return site;
            }
        }
        return null;
    }
}
