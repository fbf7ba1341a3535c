/// Messages that a channel holds up: pinning, unpinning, listing. A new pin is announced by a message of the server's.
@NullMarked
package chat.parley.message.pin;

import org.jspecify.annotations.NullMarked;
