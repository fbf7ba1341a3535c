/// Hot path. Many messages at once as bytes: pages of the history, hits of a search.
@NullMarked
package chat.parley.edge.discord.shape.page;

import org.jspecify.annotations.NullMarked;
