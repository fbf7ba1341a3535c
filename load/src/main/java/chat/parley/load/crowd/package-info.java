/// Thousands of gateway clients on one thread and plain sockets, which cost the machine as little as they can: it is
/// shared with the node that they measure. They understand frames, sequence numbers and names of events; texts are
/// only looked into where a scenario asks.
@NullMarked
package chat.parley.load.crowd;

import org.jspecify.annotations.NullMarked;
