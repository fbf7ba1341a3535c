/// The passwords of relays, by a vector and by coturn itself.
@NullMarked
package chat.parley.voice.turn;

import org.jspecify.annotations.NullMarked;
