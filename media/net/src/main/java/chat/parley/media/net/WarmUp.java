package chat.parley.media.net;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.media.net.udp.UdpSockets;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A room of synthetic people who call through a server of their own on the loopback address, so that Java has
/// compiled
/// the paths of packets and handshakes before real people come: the first ones would be served at a tenth of the
/// speed.
/// Once in a process is enough.
final class WarmUp implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final long NANOS = 1_000_000_000L;
    private static final int LISTENERS = 4;
    private static final int BURST = 16;
    private static final int SPEECH_SSRC = 11;
    private static final int SCREEN_SSRC = 22;
    /// Within what a participant may be silent, so that nobody is lost.
    private static final int TICKS = 1_400;

    private static final int WAITS = 8_000;
    private static final int START_OF_FRAME = 0x10;
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private final Runnable done;
    private final SecureRandom random = new SecureRandom();
    private final byte[] speech = new byte[100];
    private final byte[] screen = new byte[1_100];
    private long frames;

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

    /// Plays in the background for about a second, unless this process has already.
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
        var clients = new ArrayList<MediaClient>();
        var listeners = new ArrayList<Listener>();
        try (var server = MediaServer.start(MediaSettings.of(host, 0, List.of(host)))) {
            var identity = Identity.create(random);
            var publisher = server.join("rehearsal", (peer, event) -> {});
            var mid = publisher.publish(Source.SCREEN);
            clients.add(connected(publisher, identity));
            for (int i = 0; i < LISTENERS && System.nanoTime() - until < 0; i++) {
                var listener = server.join("rehearsal", (peer, event) -> {});
                clients.add(connected(listener, identity));
                listeners.add(new Listener(listener, publisher, List.of("0", mid)));
            }
            while (System.nanoTime() - until < 0) {
                talk(clients.getFirst(), mid);
                listen(clients);
                listeners.forEach(Listener::comeAgain);
            }
            server.pass(TICKS);
            waits(host);
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
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

    private void talk(MediaClient publisher, String mid) throws IOException {
        for (int i = 0; i < BURST; i++) {
            frames++;
            screen[0] = START_OF_FRAME;
            screen[1] = (byte) (i == 0 ? 0 : 1);
            publisher.send(Codec.OPUS, "0", SPEECH_SSRC, frames, 960 * frames, false, speech);
            publisher.send(Codec.VP8, mid, SCREEN_SSRC, frames, 3_000 * frames, true, screen);
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
