/// Planned events over HTTP, and their course over time.
@NullMarked
package chat.parley.edge.discord.rest.schedule;

import org.jspecify.annotations.NullMarked;
