/// Channels, threads and invites over HTTP: what `rest` is for the rest.
@NullMarked
package chat.parley.edge.discord.rest.channel;

import org.jspecify.annotations.NullMarked;
