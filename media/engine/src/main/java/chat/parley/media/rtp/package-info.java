/// RTP and RTCP as bytes: a view over a packet's header and its extensions, readers and writers for the control
/// packets. No state survives a packet, nothing is copied, and a length that lies never leads outside the
/// packet.
@NullMarked
package chat.parley.media.rtp;

import org.jspecify.annotations.NullMarked;
