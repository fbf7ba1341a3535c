/// Applications and what belongs to them, as Discord writes them.
@NullMarked
package chat.parley.edge.discord.shape.bot;

import org.jspecify.annotations.NullMarked;
