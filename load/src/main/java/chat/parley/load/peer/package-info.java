/// The same work done by other servers in the same run: one room, one sender, many receivers.
/// `load/peers/get.sh` fetches them.
@NullMarked
package chat.parley.load.peer;

import org.jspecify.annotations.NullMarked;
