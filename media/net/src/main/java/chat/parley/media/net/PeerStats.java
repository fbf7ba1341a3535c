package chat.parley.media.net;

import chat.parley.media.wire.Address;
import org.jspecify.annotations.Nullable;

/// A look at one peer.
///
/// @param address where its packets go, null as long as no check arrived
/// @param bandwidthBits what its line is thought to carry to it in a second
/// @param roundTripNanos to it and back, a guess until its first report
public record PeerStats(boolean connected, @Nullable Address address, long bandwidthBits, long roundTripNanos) {}
