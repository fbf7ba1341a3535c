/// Channels, threads, forums and polls over HTTP, as bots and the web client use them.
@NullMarked
package chat.parley.edge.discord.rest.channel;

import org.jspecify.annotations.NullMarked;
