/// The offers that the server makes and the answers that browsers give (RFC 8829, RFC 9143): one bundle,
/// rtcp-mux, ICE-lite, DTLS passive, and the same payload types and extension ids for everybody. A pure
/// translation between text and records.
@NullMarked
package chat.parley.media.sdp;

import org.jspecify.annotations.NullMarked;
