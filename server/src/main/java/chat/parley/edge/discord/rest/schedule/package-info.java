/// What a community plans, over HTTP: how requests tell events and their recurrence, and what may be asked.
@NullMarked
package chat.parley.edge.discord.rest.schedule;

import org.jspecify.annotations.NullMarked;
