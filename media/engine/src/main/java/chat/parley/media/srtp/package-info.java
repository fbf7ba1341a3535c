/// SRTP and SRTCP (RFC 3711, RFC 7714) in place on byte arrays. Keys come from a DTLS handshake that happens
/// elsewhere. Nothing is remembered about a packet before its tag was checked, and the steady state allocates
/// nothing where libcrypto is found.
@NullMarked
package chat.parley.media.srtp;

import org.jspecify.annotations.NullMarked;
