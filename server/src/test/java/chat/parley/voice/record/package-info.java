/// Recording real calls on a real server, and reading what was written.
@NullMarked
package chat.parley.voice.record;

import org.jspecify.annotations.NullMarked;
