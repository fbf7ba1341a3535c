/// Files through the whole server: sent with messages and read again.
@NullMarked
package chat.parley.edge.cdn;

import org.jspecify.annotations.NullMarked;
