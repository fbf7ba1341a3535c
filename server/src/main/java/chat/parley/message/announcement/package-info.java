/// Announcements: other channels follow a channel, and what is published there appears in them, edits and deletions
/// included.
@NullMarked
package chat.parley.message.announcement;

import org.jspecify.annotations.NullMarked;
