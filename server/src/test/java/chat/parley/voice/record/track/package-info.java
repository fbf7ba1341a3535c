/// Tracks fed by hand with what ffmpeg sends, and read again by ffprobe.
@NullMarked
package chat.parley.voice.record.track;

import org.jspecify.annotations.NullMarked;
