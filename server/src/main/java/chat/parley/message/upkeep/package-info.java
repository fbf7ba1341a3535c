/// What nobody asks for by name: greeting those who join, deleting what somebody banned has written, and removing for
/// good what was deleted some time ago. Driven by events and by the clock; nothing here answers a request.
@NullMarked
package chat.parley.message.upkeep;

import org.jspecify.annotations.NullMarked;
