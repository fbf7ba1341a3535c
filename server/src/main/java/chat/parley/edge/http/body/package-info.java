/// The bodies of requests: small ones in memory, large ones in a file that has no name, and the forms that they may
/// hold. Nothing here ever holds a whole large body in memory.
@NullMarked
package chat.parley.edge.http.body;

import org.jspecify.annotations.NullMarked;
