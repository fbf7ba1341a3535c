package chat.parley.media.net;

import chat.parley.media.ice.Credentials;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.net.loop.Crossing;
import chat.parley.media.net.loop.Delays;
import chat.parley.media.net.loop.MediaLoop;
import chat.parley.media.net.loop.Ways;
import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.wire.Address;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The threads of a media server, over which its rooms are spread, and what they share.
final class Loops implements AutoCloseable {
    /// Made beside the loops: both take a moment, and somebody waits.
    private final CompletableFuture<Identity> identity;
    private final Places places = new Places();
    private final List<Shard> shards;
    private final Watchdog watchdog;

    /// @param sockets one for each loop, all at the same port
    Loops(List<UdpSocket> sockets, Ways.Streams streams, SecureRandom random) {
        identity = CompletableFuture.supplyAsync(() -> Identity.create(random), Thread::startVirtualThread);
        var crossing = new Crossing();
        shards = IntStream.range(0, sockets.size())
                .mapToObj(it -> new MediaLoop.Place(it, sockets.size(), crossing))
                .map(it -> new Shard(it, sockets.get(it.index()), streams, places))
                .toList();
        watchdog = new Watchdog(shards.stream().map(Shard::loop).toList());
        shards.forEach(Shard::start);
    }

    Identity identity() {
        return identity.join();
    }

    /// Somebody enters a room, in its loop.
    <P extends Peer> P entered(String room, PeerListener listener, Function<Member, P> enter) {
        var member = new Member(places.enter(room, shards), room, listener);
        try {
            return enter.apply(member);
        } catch (RuntimeException refused) {
            places.leave(room);
            throw refused;
        }
    }

    /// A datagram that came another way than by a loop's socket.
    ///
    /// @return false when it was dropped
    boolean deliver(byte[] datagram, Address source) {
        return shards.getFirst().loop().deliver(datagram, source);
    }

    void trial(Credentials credentials) {
        for (var shard : shards) {
            var _ = shard.loop().ask(engine -> {
                engine.trial(credentials, shard.now());
                return true;
            });
        }
    }

    /// For the rehearsal.
    void pass(int ticks) {
        shards.forEach(it -> it.pass(ticks));
    }

    int participants() {
        return shards.stream().mapToInt(Shard::participants).sum();
    }

    /// @param beside what others count
    MediaCounts counts(MediaCounts beside) {
        return shards.stream().map(Shard::counts).reduce(beside, MediaCounts::plus);
    }

    Delays delays() {
        return shards.stream().map(Shard::delays).reduce(Delays::plus).orElseThrow();
    }

    long stalledNanos() {
        return shards.stream().mapToLong(it -> it.loop().turnNanos()).max().orElse(0);
    }

    @Override
    public void close() {
        watchdog.close();
        shards.forEach(Shard::close);
    }
}
