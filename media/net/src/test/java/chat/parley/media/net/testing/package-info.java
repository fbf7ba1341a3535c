/// A browser's part for tests, made of the engine's own parts and Bouncy Castle's DTLS client, over real sockets.
@NullMarked
package chat.parley.media.net.testing;

import org.jspecify.annotations.NullMarked;
