/// The thread on which moderation does what events ask of it.
@NullMarked
package chat.parley.moderation.work;

import org.jspecify.annotations.NullMarked;
