/// Threads over time and in great numbers.
@NullMarked
package chat.parley.message.thread;

import org.jspecify.annotations.NullMarked;
