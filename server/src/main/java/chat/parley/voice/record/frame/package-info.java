/// Puts the packets of a video together to the pictures that files hold, for each codec that browsers may send: VP8,
/// VP9 and H.264. Looks no further into a picture than its size, and whether it needs another before it.
@NullMarked
package chat.parley.voice.record.frame;

import org.jspecify.annotations.NullMarked;
