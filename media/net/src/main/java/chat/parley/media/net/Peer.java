package chat.parley.media.net;

import java.util.List;

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

    PeerStats stats();

    void leave();
}
