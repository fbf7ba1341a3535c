/// The files of messages as Discord writes them.
@NullMarked
package chat.parley.edge.discord.shape.file;

import org.jspecify.annotations.NullMarked;
