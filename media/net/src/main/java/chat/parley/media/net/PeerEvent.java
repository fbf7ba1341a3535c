package chat.parley.media.net;

/// What happens to a peer by itself.
public sealed interface PeerEvent {
    /// Media flow: the handshake is done, or a bot's address is proved.
    ///
    /// @param cipher how they are encrypted
    record Connected(String cipher) implements PeerEvent {}

    /// The first packet of a track came.
    record Began(String mid) implements PeerEvent {}

    /// Somebody begins or ceases to speak. Only said of audio tracks.
    record Speaking(String mid, boolean speaking) implements PeerEvent {}

    /// The peer has the floor now: of all who speak in the room, it is the one to be shown large. Never said of music.
    record Floor(String mid) implements PeerEvent {}

    /// A picture that the peer gets stops because its line does not carry it, or goes on again.
    ///
    /// @param ssrc of the subscription; see [BrowserPeer#section]
    record Paused(int ssrc, boolean paused) implements PeerEvent {}

    /// The largest layer of a video track that anybody wants, 0 the smallest, -1 when nobody wants any: the
    /// browser may stop encoding what is above it.
    record LayersWanted(String mid, int layer) implements PeerEvent {}

    /// The handshake failed for good, for instance because the certificate is not that of the answer. The peer is
    /// gone.
    record KeysFailed(String why) implements PeerEvent {}

    /// The peer said goodbye or was silent for too long. It is gone; there is no need to call `leave`.
    record Lost(String why) implements PeerEvent {}
}
