/// The standard sounds.
@NullMarked
package chat.parley.voice.soundboard;

import org.jspecify.annotations.NullMarked;
