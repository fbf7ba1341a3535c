/// Threads and their members exactly as Discord writes them.
@NullMarked
package chat.parley.edge.discord.shape.thread;

import org.jspecify.annotations.NullMarked;
