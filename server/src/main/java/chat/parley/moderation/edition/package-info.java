/// What messages said before, for moderators, in guilds that turned it on
/// ([chat.parley.guild.Safety#keepsEdits]). Nothing is kept of guilds that did not, and old editions go as the audit
/// log's entries do.
@NullMarked
package chat.parley.moderation.edition;

import org.jspecify.annotations.NullMarked;
