/// The DTLS 1.2 handshake (RFC 5764) that gives a browser and the server their SRTP keys. Bouncy Castle speaks
/// the protocol and blocks while it does; so each handshake has a virtual thread, which ends with the call.
/// Nothing of a stranger comes here: the engine passes messages on only from addresses that proved the
/// participant's ICE password.
@NullMarked
package chat.parley.media.net.dtls;

import org.jspecify.annotations.NullMarked;
