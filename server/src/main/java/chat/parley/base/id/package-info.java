/// Discord-shaped snowflakes: typed ids, their generator and their parsing. Everything that has an identity
/// uses one of these types; a bare `long` never leaves a store or a codec.
@NullMarked
package chat.parley.base.id;

import org.jspecify.annotations.NullMarked;
