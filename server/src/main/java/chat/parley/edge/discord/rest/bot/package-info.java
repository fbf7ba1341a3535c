/// The calls of the developer portal, of bots about themselves, and of guilds about their bots.
@NullMarked
package chat.parley.edge.discord.rest.bot;

import org.jspecify.annotations.NullMarked;
