/// Seats of rooms, on a real media server.
@NullMarked
package chat.parley.voice.room;

import org.jspecify.annotations.NullMarked;
