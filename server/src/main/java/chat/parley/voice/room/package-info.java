/// Those in a voice channel as they send and receive: each has a seat in its channel's room on the media server. Seats
/// follow the voice states, which alone say who may be here, speak, hear and show; nothing here decides a right.
@NullMarked
package chat.parley.voice.room;

import org.jspecify.annotations.NullMarked;
