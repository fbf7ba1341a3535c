/// All voices of a recording in one file, for listening without tools. Decodes and encodes in Java (Concentus),
/// after the call, on the recorder's thread of low priority.
@NullMarked
package chat.parley.voice.record.mix;

import org.jspecify.annotations.NullMarked;
