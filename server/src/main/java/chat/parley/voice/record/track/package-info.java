/// The files of a recording as they grow: what one person sends by one source, put into order and into a container, at
/// most a second behind. A file that is cut off anywhere plays up to there. Knows nothing of calls, rights or storage.
@NullMarked
package chat.parley.voice.record.track;

import org.jspecify.annotations.NullMarked;
