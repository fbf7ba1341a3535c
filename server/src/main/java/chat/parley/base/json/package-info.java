/// The one JSON mapper: ids as strings (numbers accepted), absent instead of null, unknown fields tolerated, bounded
/// depth and size.
@NullMarked
package chat.parley.base.json;

import org.jspecify.annotations.NullMarked;
