/// Soundboards over HTTP and the gateway.
@NullMarked
package chat.parley.edge.discord.rest.voice;

import org.jspecify.annotations.NullMarked;
