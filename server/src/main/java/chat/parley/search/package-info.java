/// Finding messages by their words. An index is derived from what was committed: [chat.parley.search.Feeder] hears the
/// bus, keeps a watermark with the index and catches up from the archive after a crash, so an index may be thrown away
/// at any time. [chat.parley.search.Search] answers; it looks only into channels that the caller may read, and asks
/// again for each hit. Never on the way of a message: the feed is a bounded queue that forgets rather than waits.
@NullMarked
package chat.parley.search;

import org.jspecify.annotations.NullMarked;
