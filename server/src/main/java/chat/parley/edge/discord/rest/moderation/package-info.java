/// What moderators call: the audit log. A table of its own,
/// [chat.parley.edge.discord.rest.moderation.ModerationRoutes].
@NullMarked
package chat.parley.edge.discord.rest.moderation;

import org.jspecify.annotations.NullMarked;
