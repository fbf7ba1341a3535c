/// WebRTC clients without a face: they answer offers, prove their path, shake hands, send and get packets. The
/// warm-up and the measuring programs are such clients.
@NullMarked
package chat.parley.media.net.client;

import org.jspecify.annotations.NullMarked;
