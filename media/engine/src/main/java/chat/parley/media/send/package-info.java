/// What decides when and how much is sent to one subscriber: the division of a line among the streams that share it,
/// and which of many cameras are worth it. Knows nothing of packets' contents, sockets or clocks.
@NullMarked
package chat.parley.media.send;

import org.jspecify.annotations.NullMarked;
