/// ICE-lite (RFC 8445 section 2.5) with consent freshness (RFC 7675): the server answers checks, never makes
/// any, follows the peer's nomination and stops sending when nobody proved for 30 seconds that packets are
/// still wanted.
@NullMarked
package chat.parley.media.ice;

import org.jspecify.annotations.NullMarked;
