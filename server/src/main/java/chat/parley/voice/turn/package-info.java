/// Relays for whoever can reach this server's media port neither by UDP nor by TCP: a TURN server beside it (coturn)
/// that shares a secret with this one. Here the passwords are made; nothing here speaks TURN, and no relay is asked.
@NullMarked
package chat.parley.voice.turn;

import org.jspecify.annotations.NullMarked;
