package chat.parley.media.net;

/// Told the events of peers, in order, on one virtual thread for each media loop. It may block for a while;
/// events beyond a large bound are dropped meanwhile.
@FunctionalInterface
public interface PeerListener {
    void on(Peer peer, PeerEvent event);
}
