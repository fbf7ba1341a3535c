package chat.parley.media.net;

import chat.parley.media.net.dtls.Identity;
import chat.parley.media.net.udp.UdpSockets;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Semaphore;

/// The SFU of a node on one UDP port.
public final class MediaServer implements AutoCloseable {
    private final MediaSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Identity identity = Identity.create(random);
    private final Semaphore handshakes;
    private final List<Shard> shards;
    private final int port;

    private MediaServer(MediaSettings settings) throws IOException {
        this.settings = settings;
        handshakes = new Semaphore(settings.handshakesMax());
        var socket = UdpSockets.open(settings.host(), settings.port());
        port = socket.port();
        shards = List.of(new Shard(0, socket));
        shards.forEach(Shard::start);
    }

    /// @throws IOException when the port cannot be bound
    public static MediaServer start(MediaSettings settings) throws IOException {
        return new MediaServer(settings);
    }

    /// A browser enters a room, which exists as long as somebody is in it. Its name is the caller's: who knows it
    /// is not asked here.
    ///
    /// @throws IllegalStateException when too many are here
    public BrowserPeer join(String room, PeerListener listener) {
        return new BrowserPeer(member(room, listener), this, random);
    }

    /// A bot enters a room by Discord's voice protocol.
    ///
    /// @throws IllegalStateException when too many are here
    public BotPeer joinBot(String room, PeerListener listener) {
        return new BotPeer(member(room, listener), random);
    }

    private Member member(String room, PeerListener listener) {
        if (participants() >= settings.participantsMax()) {
            throw new IllegalStateException("too many participants");
        }
        return new Member(shards.get(Math.floorMod(room.hashCode(), shards.size())), room, listener);
    }

    public int participants() {
        return shards.stream().mapToInt(Shard::participants).sum();
    }

    /// The UDP port that was bound.
    public int port() {
        return port;
    }

    public MediaCounts counts() {
        return shards.stream().map(Shard::counts).reduce(MediaCounts.NONE, MediaCounts::plus);
    }

    /// How long the loop that has been busiest has not come round, in nanoseconds: seconds mean that it hangs.
    public long stalledNanos() {
        return shards.stream().mapToLong(it -> it.loop().turnNanos()).max().orElse(0);
    }

    Identity identity() {
        return identity;
    }

    Semaphore handshakes() {
        return handshakes;
    }

    List<Address> candidates() {
        return settings.advertised().stream().map(it -> Address.of(it, port)).toList();
    }

    @Override
    public void close() {
        shards.forEach(Shard::close);
    }
}
