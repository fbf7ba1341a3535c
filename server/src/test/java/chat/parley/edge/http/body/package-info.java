/// The bodies of requests, good and hostile.
@NullMarked
package chat.parley.edge.http.body;

import org.jspecify.annotations.NullMarked;
