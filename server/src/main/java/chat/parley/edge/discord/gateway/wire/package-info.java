/// How the gateway's messages look on the socket: operation codes, close codes, WebSocket frames and the
/// compression that is paid once an event instead of once a receiver. Knows neither sessions nor features.
@NullMarked
package chat.parley.edge.discord.gateway.wire;

import org.jspecify.annotations.NullMarked;
