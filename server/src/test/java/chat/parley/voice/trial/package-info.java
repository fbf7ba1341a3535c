/// Browsers that try the connection, on a real server.
@NullMarked
package chat.parley.voice.trial;

import org.jspecify.annotations.NullMarked;
