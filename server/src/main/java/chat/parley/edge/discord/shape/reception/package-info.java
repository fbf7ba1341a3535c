/// What newcomers of a guild are shown and asked, and copies of guilds, as Discord writes them.
@NullMarked
package chat.parley.edge.discord.shape.reception;

import org.jspecify.annotations.NullMarked;
