/// What a community plans: events in a voice channel or elsewhere, their course from planned to over, and who is
/// interested.
@NullMarked
package chat.parley.channel.event;

import org.jspecify.annotations.NullMarked;
