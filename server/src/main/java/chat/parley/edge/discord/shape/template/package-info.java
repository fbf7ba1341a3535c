/// Discord's guild templates: the code with its names, and what a guild made from it begins with.
@NullMarked
package chat.parley.edge.discord.shape.template;

import org.jspecify.annotations.NullMarked;
