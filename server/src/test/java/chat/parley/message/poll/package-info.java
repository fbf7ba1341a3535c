/// Polls, whatever people do with them.
@NullMarked
package chat.parley.message.poll;

import org.jspecify.annotations.NullMarked;
