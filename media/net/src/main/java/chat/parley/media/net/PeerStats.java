package chat.parley.media.net;

import chat.parley.media.StreamStats;
import chat.parley.media.wire.Address;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A look at one peer.
///
/// @param address where its packets go, null as long as no check arrived
/// @param bandwidthBits what its line is thought to carry to it in a second
/// @param roundTripNanos to it and back, a guess until its first report
/// @param streams what it publishes and what it gets
public record PeerStats(
        boolean connected,
        @Nullable Address address,
        long bandwidthBits,
        long roundTripNanos,
        List<StreamStats> streams) {
    static final PeerStats GONE = new PeerStats(false, null, 0, 0, List.of());

    public PeerStats {
        streams = List.copyOf(streams);
    }
}
