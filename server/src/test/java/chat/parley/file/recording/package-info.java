/// Tests of what is read out of sound and films.
@NullMarked
package chat.parley.file.recording;

import org.jspecify.annotations.NullMarked;
