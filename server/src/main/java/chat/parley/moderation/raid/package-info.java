/// When very many join at once: the server notices, pauses invites for an hour and tells the moderators, who can end
/// or prolong it.
@NullMarked
package chat.parley.moderation.raid;

import org.jspecify.annotations.NullMarked;
