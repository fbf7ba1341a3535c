/// Numbers in network order inside byte arrays, and the addresses of peers. Everything else reads and writes
/// packets through this package, so that bounds and byte order are decided once.
@NullMarked
package chat.parley.media.wire;

import org.jspecify.annotations.NullMarked;
