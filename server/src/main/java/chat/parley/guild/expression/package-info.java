/// Making, changing and deleting the emoji and stickers of a guild, and the emoji of an application. Their pictures are
/// kept by whoever calls, under the same ids.
@NullMarked
package chat.parley.guild.expression;

import org.jspecify.annotations.NullMarked;
