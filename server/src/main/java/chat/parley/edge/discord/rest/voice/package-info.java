/// What can be called of voice: states, stages, calls, what is written above a channel.
@NullMarked
package chat.parley.edge.discord.rest.voice;

import org.jspecify.annotations.NullMarked;
