/// How a guild as a whole is found, entered, copied and cleared out: calls of Discord's API about vanity codes, prunes,
/// templates, widgets and what newcomers meet.
@NullMarked
package chat.parley.edge.discord.rest.guild;

import org.jspecify.annotations.NullMarked;
