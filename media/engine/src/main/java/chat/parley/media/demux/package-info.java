/// Tells from the first byte what a datagram is (RFC 7983), because STUN, DTLS, RTP and RTCP share one port. It
/// looks at two bytes and remembers nothing.
@NullMarked
package chat.parley.media.demux;

import org.jspecify.annotations.NullMarked;
