/// Which emoji and stickers somebody may use where.
@NullMarked
package chat.parley.message.expression;

import org.jspecify.annotations.NullMarked;
