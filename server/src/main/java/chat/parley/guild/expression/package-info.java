/// Making, changing and deleting the emoji and stickers of a guild. Their pictures are kept by whoever calls, under the
/// same ids.
@NullMarked
package chat.parley.guild.expression;

import org.jspecify.annotations.NullMarked;
