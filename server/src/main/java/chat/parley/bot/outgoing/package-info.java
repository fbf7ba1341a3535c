/// Events of a guild told to servers elsewhere: signed, tried again for hours, and kept as dead letters when nobody
/// takes them. What is to be told waits in the database, so a restart loses nothing.
@NullMarked
package chat.parley.bot.outgoing;

import org.jspecify.annotations.NullMarked;
