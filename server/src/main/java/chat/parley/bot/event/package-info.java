/// Applications are told about themselves: who took them in, who threw them out. It goes to an address of
/// theirs, signed as interactions are, and is tried again for ten minutes (Discord docs,
/// events/webhook-events).
@NullMarked
package chat.parley.bot.event;

import org.jspecify.annotations.NullMarked;
