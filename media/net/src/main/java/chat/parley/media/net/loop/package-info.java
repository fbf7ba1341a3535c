/// The thread that owns a socket and an engine. Other threads give it commands and wait for their results; it
/// never waits for them.
@NullMarked
package chat.parley.media.net.loop;

import org.jspecify.annotations.NullMarked;
