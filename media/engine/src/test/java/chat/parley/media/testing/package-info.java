/// What the engine's tests share: bytes as text, hostile input from a seed, a network in virtual time.
@NullMarked
package chat.parley.media.testing;

import org.jspecify.annotations.NullMarked;
