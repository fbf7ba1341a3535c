/// The part of STUN (RFC 8489) that ICE needs: binding requests and their answers with MESSAGE-INTEGRITY,
/// FINGERPRINT and the attributes of RFC 8445. A message is read only if every attribute lies inside it. No
/// transactions and no state here.
@NullMarked
package chat.parley.media.stun;

import org.jspecify.annotations.NullMarked;
