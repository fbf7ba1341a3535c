/// How a participant is reached: what its packets prove about where it is, by ICE or by Discord's voice protocol.
@NullMarked
package chat.parley.media.path;

import org.jspecify.annotations.NullMarked;
