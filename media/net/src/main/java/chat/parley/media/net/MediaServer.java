package chat.parley.media.net;

import chat.parley.media.ice.Credentials;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.net.tcp.StreamServer;
import chat.parley.media.net.udp.UdpSockets;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SFU of a node on one UDP port, and on the TCP port of the same number for whoever cannot be reached by UDP.
public final class MediaServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaServer.class);

    private final MediaSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Identity identity = Identity.create(random);
    private final Semaphore handshakes;
    private final List<Shard> shards;
    private final int port;
    private final @Nullable StreamServer streams;
    private final Watchdog watchdog;
    private volatile boolean ready = true;

    private MediaServer(MediaSettings settings) throws IOException {
        this.settings = settings;
        handshakes = new Semaphore(settings.handshakesMax());
        var socket = UdpSockets.open(settings.host(), settings.port());
        port = socket.port();
        streams = streams(settings.host(), port);
        shards = List.of(new Shard(0, socket, this::stream));
        shards.forEach(Shard::start);
        if (streams != null) {
            var loop = shards.getFirst().loop();
            streams.start((bytes, source) -> {
                if (!loop.deliver(bytes, source)) {
                    LOG.debug("the media loop is too busy for {}", source);
                }
            });
        }
        watchdog = new Watchdog(shards.stream().map(Shard::loop).toList());
    }

    /// Calls go by UDP alone when another program has the TCP port.
    private static @Nullable StreamServer streams(InetAddress host, int port) {
        try {
            return new StreamServer(host, port);
        } catch (IOException taken) {
            LOG.warn("calls go by UDP alone, TCP port {} is not to be had: {}", port, taken.getMessage());
            return null;
        }
    }

    private void stream(byte[] bytes, int length, Address destination) {
        if (streams != null) {
            streams.send(bytes, length, destination);
        }
    }

    /// Plays a synthetic call on a server of its own for about a second, in the background, so that Java has compiled
    /// what real calls need. Not ready meanwhile, though whoever comes is served.
    public void warmUp() {
        ready = false;
        WarmUp.begin(() -> ready = true);
    }

    /// Whether calls are served at full speed.
    public boolean ready() {
        return ready;
    }

    /// @throws IOException when the port cannot be bound
    public static MediaServer start(MediaSettings settings) throws IOException {
        return new MediaServer(settings);
    }

    /// From now on whoever knows these credentials can try by [chat.parley.media.net.client.Trial] whether a way leads
    /// here.
    public void trial(Credentials credentials) {
        for (var shard : shards) {
            var _ = shard.loop().ask(engine -> {
                engine.trial(credentials, shard.now());
                return true;
            });
        }
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

    /// TCP connections of people and of strangers.
    public int connections() {
        return streams == null ? 0 : streams.count();
    }

    /// Whether the TCP port of the same number could be had too.
    public boolean streaming() {
        return streams != null;
    }

    /// The UDP port that was bound.
    public int port() {
        return port;
    }

    public MediaCounts counts() {
        var beside = MediaCounts.of(Count.STREAMS_DROPPED, streams == null ? 0 : streams.dropped());
        return shards.stream().map(Shard::counts).reduce(beside, MediaCounts::plus);
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
        var datagrams =
                settings.advertised().stream().map(it -> Address.of(it, port)).toList();
        return streams == null
                ? datagrams
                : Stream.concat(datagrams.stream(), datagrams.stream().map(Address::overStream))
                        .toList();
    }

    @Override
    public void close() {
        watchdog.close();
        if (streams != null) {
            streams.close();
        }
        shards.forEach(Shard::close);
    }
}
