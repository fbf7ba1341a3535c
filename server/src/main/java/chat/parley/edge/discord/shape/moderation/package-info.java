/// What moderators see, exactly as Discord writes it: entries of the audit log.
@NullMarked
package chat.parley.edge.discord.shape.moderation;

import org.jspecify.annotations.NullMarked;
