package chat.parley.media.net;

import chat.parley.media.demux.Kind;
import chat.parley.media.ice.Credentials;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.net.loop.Delays;
import chat.parley.media.net.pages.LargePages;
import chat.parley.media.net.tcp.StreamServer;
import chat.parley.media.net.udp.Reservation;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SFU of a node on one UDP port, and on the TCP port of the same number for whoever cannot be reached by UDP.
///
/// Until somebody comes it is two bound ports and nothing else: the loops, the certificate and the native calls
/// cost a second of the processor and 50 MB, which a server without calls should not pay. The first join, or
/// the first check that arrives, makes them, and begins a rehearsal in the background.
public final class MediaServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaServer.class);

    private final MediaSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore handshakes;
    private final Reservation reservation;
    private final int port;
    private final @Nullable StreamServer streams;
    private final LargePages pages;
    /// The lock of this object guards its making.
    private volatile @Nullable Loops loops;

    private @Nullable Credentials trial;
    private boolean closed;
    private volatile boolean ready;

    private MediaServer(MediaSettings settings) throws IOException {
        this.settings = settings;
        handshakes = new Semaphore(settings.handshakesMax());
        pages = new LargePages(settings.largePages());
        reservation = new Reservation(settings.host(), settings.port());
        port = reservation.port();
        streams = streams(settings.host(), port);
        Thread.ofVirtual().name("media-first").start(this::awaitFirst);
        if (streams != null) {
            streams.start(this::deliver);
        }
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

    private void awaitFirst() {
        try {
            for (var first = reservation.next(); first != null; first = reservation.next()) {
                deliver(first.bytes(), first.source());
            }
        } catch (IOException | RuntimeException refused) {
            LOG.warn("the media server did not open for a check: {}", refused.getMessage());
        }
    }

    /// What comes another way than by the loops' sockets. Only a check opens a server that nobody has joined.
    private void deliver(byte[] datagram, Address source) {
        var made = loops;
        if (made == null && Kind.of(datagram, 0, datagram.length) != Kind.STUN) {
            return;
        }
        if (!(made == null ? open() : made).deliver(datagram, source)) {
            LOG.debug("the media loop is too busy for {}", source);
        }
    }

    private Loops open() {
        var made = loops;
        return made == null ? make() : made;
    }

    private synchronized Loops make() {
        var made = loops;
        if (made != null) {
            return made;
        }
        if (closed) {
            throw new IllegalStateException("the media server is closed");
        }
        try {
            made = new Loops(reservation.open(settings.loops()), this::stream, random);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        if (trial != null) {
            made.trial(trial);
        }
        loops = made;
        WarmUp.begin(() -> {
            pages.now();
            ready = true;
        });
        return made;
    }

    /// Prepares for calls now, in the background. Otherwise the first who comes has it done.
    ///
    /// A synthetic call is played on a server of its own for some seconds, so that Java has compiled what
    /// real calls need. Not ready meanwhile, though whoever comes is served.
    public void warmUp() {
        if (loops != null) {
            return;
        }
        Thread.ofVirtual().name("media-opening").start(this::open);
    }

    /// For the rehearsal: so many ticks of everybody at once.
    void pass(int ticks) {
        var made = loops;
        if (made != null) {
            made.pass(ticks);
        }
    }

    /// Whether calls are served at full speed.
    public boolean ready() {
        return ready;
    }

    /// @throws IOException when the port cannot be bound
    public static MediaServer start(MediaSettings settings) throws IOException {
        return new MediaServer(settings);
    }

    /// From now on whoever knows these credentials can try by [chat.parley.media.net.client.Trial] whether a
    /// way leads here.
    public synchronized void trial(Credentials credentials) {
        trial = credentials;
        var made = loops;
        if (made != null) {
            made.trial(credentials);
        }
    }

    /// A browser enters a room, which exists as long as somebody is in it. Its name is the caller's: who knows it
    /// is not asked here.
    ///
    /// @throws IllegalStateException when too many are here
    public BrowserPeer join(String room, PeerListener listener) {
        return entered(room, listener, member -> new BrowserPeer(member, this, random));
    }

    /// A bot enters a room by Discord's voice protocol.
    ///
    /// @throws IllegalStateException when too many are here
    public BotPeer joinBot(String room, PeerListener listener) {
        return entered(room, listener, member -> new BotPeer(member, random));
    }

    private <P extends Peer> P entered(String room, PeerListener listener, Function<Member, P> enter) {
        if (participants() >= settings.participantsMax()) {
            throw new IllegalStateException("too many participants");
        }
        var peer = open().entered(room, listener, enter);
        pages.soon();
        return peer;
    }

    /// How much of the process's memory was put into large pages when people came last.
    public long largePagesBytes() {
        return pages.bytes();
    }

    public int participants() {
        var made = loops;
        return made == null ? 0 : made.participants();
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
        var made = loops;
        var beside = MediaCounts.of(Count.STREAMS_DROPPED, streams == null ? 0 : streams.dropped());
        return made == null ? beside : made.counts(beside);
    }

    /// How long packets have stayed in the server since its start, or null when nobody has been here.
    public @Nullable Delays delays() {
        var made = loops;
        return made == null ? null : made.delays();
    }

    /// How long the loop that has been busiest has not come round, in nanoseconds: seconds mean that it hangs.
    public long stalledNanos() {
        var made = loops;
        return made == null ? 0 : made.stalledNanos();
    }

    Identity identity() {
        return open().identity();
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
    public synchronized void close() {
        closed = true;
        pages.close();
        try {
            reservation.close();
        } catch (IOException gone) {
            LOG.debug("the reservation did not close: {}", gone.getMessage());
        }
        if (streams != null) {
            streams.close();
        }
        if (loops != null) {
            loops.close();
        }
    }
}
