package chat.parley.media.net;

/// Finds the place of a publisher for a subscriber.
final class Publishers {
    private Publishers() {}

    /// @throws IllegalArgumentException when it is in another loop, and therefore in another room
    static long engineId(Peer publisher, Shard shard) {
        var member = member(publisher);
        if (!member.shard.equals(shard)) {
            throw new IllegalArgumentException("in another room");
        }
        return member.engineId();
    }

    private static Member member(Peer peer) {
        return switch (peer) {
            case BrowserPeer it -> it.member();
            case BotPeer it -> it.member();
        };
    }
}
