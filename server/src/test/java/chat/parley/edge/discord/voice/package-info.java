/// The voice gateway by real sockets.
@NullMarked
package chat.parley.edge.discord.voice;

import org.jspecify.annotations.NullMarked;
