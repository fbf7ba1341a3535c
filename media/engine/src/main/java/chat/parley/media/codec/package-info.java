/// What a forwarder must understand of each codec: where key frames begin, which layer a packet belongs to, and
/// how to renumber VP8's descriptor when layers are switched. Nothing here looks further into a payload than
/// its descriptor.
@NullMarked
package chat.parley.media.codec;

import org.jspecify.annotations.NullMarked;
