package chat.parley.media.net;

import chat.parley.media.Tap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody in a room. Calls after it left do nothing.
public sealed interface Peer permits BrowserPeer, BotPeer {
    /// Unique in the server.
    long id();

    String room();

    /// What others may subscribe to now.
    List<Published> published();

    /// Nothing of this source reaches anybody as long as it is muted, also when it is published later.
    void mute(Source source, boolean muted);

    /// Its voice is heard however many others are louder.
    void favour(boolean favoured);

    /// The peer gets no sound as long as it is deaf.
    void deafen(boolean deaf);

    /// From now on this gets what the peer sends, on the media loop's thread, or nothing does any more. Each call asks
    /// for key frames.
    void tap(@Nullable Tap tap);

    PeerStats stats();

    void leave();
}
