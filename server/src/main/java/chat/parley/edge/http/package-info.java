/// The one TCP port: Netty's HTTP server, a small router over one route table, and the hand-over of WebSockets.
/// Knows nothing of Discord; `discord.rest`, `discord.gateway` and `page` stand on it.
@NullMarked
package chat.parley.edge.http;

import org.jspecify.annotations.NullMarked;
