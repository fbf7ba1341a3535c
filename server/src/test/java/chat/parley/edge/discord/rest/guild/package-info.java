/// Guilds as a whole through the real server: how they are shown outside and copied.
@NullMarked
package chat.parley.edge.discord.rest.guild;

import org.jspecify.annotations.NullMarked;
