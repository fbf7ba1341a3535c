@NullMarked
package chat.parley.edge.discord.gateway;

import org.jspecify.annotations.NullMarked;
