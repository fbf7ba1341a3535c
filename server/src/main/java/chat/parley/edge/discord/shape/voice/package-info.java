/// Voice as Discord writes it: states, stages, calls.
@NullMarked
package chat.parley.edge.discord.shape.voice;

import org.jspecify.annotations.NullMarked;
