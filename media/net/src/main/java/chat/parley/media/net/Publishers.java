package chat.parley.media.net;

/// Finds the place of a publisher for a subscriber.
final class Publishers {
    private Publishers() {}

    /// @throws IllegalArgumentException when it is in another loop, and therefore in another room
    static long engineId(Peer publisher, Shard shard) {
        var member = switch (publisher) {
            case BrowserPeer it -> it.member();
        };
        if (!member.shard.equals(shard)) {
            throw new IllegalArgumentException("in another room");
        }
        return member.engineId();
    }
}
