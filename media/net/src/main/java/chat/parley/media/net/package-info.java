/// The SFU as a running thing: `MediaServer` binds one UDP port, and whoever joins it is a `Peer` in a room.
/// Everything here may be called from any thread and answers when it is done; it waits for a media loop, so call
/// it from virtual threads. What happens by itself is told to a `PeerListener`.
///
/// The story of a browser: `join` gives a `BrowserPeer`; its `offer` goes to the browser, the browser's answer to
/// `answer`; `Connected` follows when the handshake is done. `publish`, `unpublish`, `subscribe` and
/// `unsubscribe` change the next offer, so another round of offer and answer follows each of them (several may
/// share one).
@NullMarked
package chat.parley.media.net;

import org.jspecify.annotations.NullMarked;
