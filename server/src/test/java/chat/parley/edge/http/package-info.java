/// The HTTP server, tested over real sockets.
@NullMarked
package chat.parley.edge.http;

import org.jspecify.annotations.NullMarked;
