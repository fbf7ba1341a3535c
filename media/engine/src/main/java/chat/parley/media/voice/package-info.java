/// The datagrams of Discord's voice protocol, which bots speak instead of WebRTC: the discovery of one's own
/// address, and RTP under a session key that the voice gateway tells (`aead_aes256_gcm_rtpsize`,
/// `aead_xchacha20_poly1305_rtpsize`).
@NullMarked
package chat.parley.media.voice;

import org.jspecify.annotations.NullMarked;
