package chat.parley.media.net;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.net.udp.UdpSockets;
import chat.parley.media.wire.Address;
import chat.parley.media.wire.Bytes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A room of synthetic people who call through a server of their own on the loopback address, so that Java has
/// compiled the paths of packets and handshakes before real people come: the first ones would be served at a
/// tenth of the speed. Once in a process is enough.
final class WarmUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final long NANOS = 1_000_000_000L;
    /// With them the first word of a call for a hundred listeners took the loop 11.2 µs for each instead of 16.1: the
    /// medians of five runs by turns, on a machine whose kernel needs 5.4 of them.
    private static final int ENCORES = 3;

    private static final long ENCORE_NANOS = 400_000_000L;
    private static final long COMPILER_NANOS = 3 * NANOS;
    private static final long REST_NANOS = 100_000_000L;
    private static final int LISTENERS = 4;
    private static final int BURST = 16;
    /// Packets of each.
    private static final int PICTURE = 4;

    private static final int CROWD = 100;
    private static final int ROUNDS = 32;
    private static final int PAUSE = 8;
    /// What is measured is measured each second.
    private static final int SECOND = 60;

    private static final int TICKS = 200;

    private static final int WAITS = 8_000;
    private static final int EXTENDED = 0x80;
    private static final int START_OF_FRAME = 0x10;
    private static final int PICTURE_NUMBER = 0x80;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private final Runnable done;
    private final SecureRandom random = new SecureRandom();
    private final byte[] speech = new byte[100];
    private final byte[] screen = new byte[1_100];
    /// The first begins a picture.
    private long packets = PICTURE - 1;

    /// Takes its subscriptions back and makes them anew each time: the first packet of a subscription goes another way
    /// than the rest.
    private static final class Listener {
        private final BrowserPeer peer;
        private final BrowserPeer publisher;
        private final List<String> tracks;
        private final List<String> sections = new ArrayList<>();

        Listener(BrowserPeer peer, BrowserPeer publisher, List<String> tracks) {
            this.peer = peer;
            this.publisher = publisher;
            this.tracks = tracks;
            comeAgain();
        }

        void comeAgain() {
            sections.forEach(peer::unsubscribe);
            sections.clear();
            tracks.forEach(it -> sections.add(peer.subscribe(publisher, it)));
        }
    }

    private WarmUp(Runnable done) {
        this.done = done;
    }

    /// Plays in the background for some seconds, unless this process has already.
    static void begin(Runnable done) {
        if (!BEGUN.compareAndSet(false, true)) {
            done.run();
            return;
        }
        var _ = Thread.ofPlatform().name("media-warm-up").daemon(true).start(new WarmUp(done));
    }

    @Override
    public void run() {
        try {
            play(System.nanoTime() + NANOS);
        } catch (IOException | RuntimeException failure) {
            LOG.info("calls begin slowly, the rehearsal failed: {}", failure.getMessage());
        } finally {
            done.run();
        }
    }

    private void play(long until) throws IOException {
        var host = InetAddress.getLoopbackAddress();
        crowd(host);
        do {
            act(host, until);
        } while (System.nanoTime() - until < 0);
        waits(host);
        for (int i = 0; i < ENCORES; i++) {
            awaitCompiler();
            act(host, System.nanoTime() + ENCORE_NANOS);
            waits(host);
        }
    }

    /// Until it has caught up. Whoever calls what was compiled meanwhile has to look it up anew: an encore does so, and
    /// not the first word of a call.
    private static void awaitCompiler() {
        var compiler = ManagementFactory.getCompilationMXBean();
        if (compiler == null || !compiler.isCompilationTimeMonitoringSupported()) {
            return;
        }
        long last = -1;
        long until = System.nanoTime() + COMPILER_NANOS;
        for (long now = compiler.getTotalCompilationTime();
                now != last && System.nanoTime() - until < 0;
                now = compiler.getTotalCompilationTime()) {
            last = now;
            LockSupport.parkNanos(REST_NANOS);
        }
    }

    /// What happens once in a call, as the first packet of somebody, has to happen several times here: Java throws its
    /// code away when it comes to what it has never seen, and the first word of a call would pay for that.
    private void act(InetAddress host, long until) throws IOException {
        var clients = new ArrayList<MediaClient>();
        var listeners = new ArrayList<Listener>();
        try (var server = MediaServer.start(settings(host))) {
            var identity = Identity.create(random);
            var publisher = server.join("rehearsal", (peer, event) -> {});
            var mid = publisher.publish(Source.SCREEN);
            clients.add(connected(publisher, identity));
            for (int i = 0; i < LISTENERS && System.nanoTime() - until < 0; i++) {
                var listener = server.join("rehearsal", (peer, event) -> {});
                clients.add(connected(listener, identity));
                listeners.add(new Listener(listener, publisher, List.of("0", mid)));
            }
            for (int i = 1; i <= ROUNDS && System.nanoTime() - until < 0; i++) {
                talk(clients.getFirst(), mid, 2 * i);
                listen(clients);
                listeners.forEach(Listener::comeAgain);
                if (i % PAUSE == 0) {
                    server.pass(SECOND);
                }
            }
            server.pass(TICKS);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    /// More destinations than the rehearsal has people.
    private static void crowd(InetAddress host) throws IOException {
        var strangers = new ArrayList<DatagramChannel>();
        try (var socket = UdpSockets.open(host, 0)) {
            var addresses = new ArrayList<Address>();
            for (int i = 0; i < CROWD; i++) {
                var channel = DatagramChannel.open();
                strangers.add(channel);
                channel.bind(new InetSocketAddress(host, 0));
                addresses.add(Address.of(host, channel.socket().getLocalPort()));
            }
            byte[] word = new byte[CROWD];
            for (int i = 0; i < CROWD; i++) {
                addresses.forEach(it -> socket.send(word, word.length, it));
                socket.flush();
            }
        } finally {
            for (var channel : strangers) {
                channel.close();
            }
        }
    }

    /// What it has in memory is gone in a moment.
    private static MediaSettings settings(InetAddress host) {
        return MediaSettings.of(host, 0, List.of(host)).withLargePages(false);
    }

    private MediaClient connected(BrowserPeer peer, Identity identity) throws IOException {
        var offer = peer.offer();
        var client = new MediaClient(offer, identity, random);
        try {
            peer.answer(client.answer(offer));
            client.connect();
            return client;
        } catch (IOException | RuntimeException failure) {
            client.close();
            throw failure;
        }
    }

    /// @param ssrc of the voice; the next is the screen's. Each new one is a first packet for whoever gets it
    private void talk(MediaClient publisher, String mid, int ssrc) throws IOException {
        for (int i = 0; i < BURST; i++) {
            packets++;
            long picture = packets / PICTURE;
            // As browsers send it: with a picture's number of 15 bits (RFC 7741 section 4.2).
            screen[0] = (byte) (EXTENDED | (packets % PICTURE == 0 ? START_OF_FRAME : 0));
            screen[1] = (byte) PICTURE_NUMBER;
            Bytes.put16(screen, 2, (int) picture | 0x8000);
            screen[4] = (byte) (i == 0 ? 0 : 1);
            publisher.send(Codec.OPUS, "0", ssrc, packets, 960 * packets, false, speech);
            boolean last = packets % PICTURE == PICTURE - 1;
            publisher.send(Codec.VP8, mid, ssrc + 1, packets, 3_000 * picture, last, screen);
        }
    }

    /// A loop waits a hundred times a second, which is too seldom for Java to compile it soon.
    private static void waits(InetAddress host) throws IOException {
        try (var socket = UdpSockets.open(host, 0)) {
            for (int i = 0; i < WAITS; i++) {
                socket.wake();
                socket.receive(NANOS, (bytes, length, source) -> {});
            }
        }
    }

    private static void listen(List<MediaClient> clients) throws IOException {
        for (var client : clients) {
            while (client.receive(System.nanoTime()) != null) {
                // To have received it is all.
            }
        }
    }
}
