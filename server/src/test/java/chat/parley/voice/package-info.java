/// Who is in which voice channel, tried by the verbs on a real database.
@NullMarked
package chat.parley.voice;

import org.jspecify.annotations.NullMarked;
