/// Caches that cannot grow past their bound. What they hold is always a copy of something durable.
@NullMarked
package chat.parley.base.cache;

import org.jspecify.annotations.NullMarked;
