package chat.parley.media.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.testing.TestBrowser;
import chat.parley.media.net.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Calls by TCP, and what strangers do to the TCP port meanwhile.
final class StreamTest {
    private static final int PATIENCE_MS = 5_000;

    private final Random random = new Random(5);
    private MediaServer server;
    private int number;

    @BeforeEach
    void start() throws IOException {
        var host = InetAddress.getLoopbackAddress();
        server = MediaServer.start(MediaSettings.of(host, 0, List.of(host)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void one_by_tcp_and_one_by_udp_hear_each_other() throws IOException {
        var ann = server.join("room", (peer, event) -> {});
        var bob = server.join("room", (peer, event) -> {});
        try (var annsBrowser = connected(ann, true);
                var bobsBrowser = connected(bob, false)) {
            bob.subscribe(ann, "0");
            ann.subscribe(bob, "0");
            heard(annsBrowser, bobsBrowser);
            heard(bobsBrowser, annsBrowser);
            assertTrue(requireNonNull(ann.stats().address()).stream());
            assertEquals(1, server.connections());
            annsBrowser.goodbye();
        }
    }

    @Test
    void offers_name_the_tcp_port_after_the_udp_port() {
        var offer = server.join("room", (peer, event) -> {}).offer();
        int udp = offer.indexOf(" udp ");
        int tcp = offer.indexOf(" tcp ");
        assertTrue(udp > 0 && tcp > udp);
        assertTrue(offer.contains(" " + server.port() + " typ host tcptype passive"));
    }

    @Test
    void without_the_tcp_port_calls_go_by_udp_alone() throws IOException {
        var host = InetAddress.getLoopbackAddress();
        try (var taken = new ServerSocket(0, 1, host);
                var other = MediaServer.start(MediaSettings.of(host, taken.getLocalPort(), List.of(host)))) {
            assertFalse(other.join("room", (peer, event) -> {}).offer().contains("tcptype"));
        }
    }

    @Test
    void hostile_framing_ends_the_connection_and_disturbs_nobody() throws Exception {
        var ann = server.join("room", (peer, event) -> {});
        var bob = server.join("room", (peer, event) -> {});
        try (var annsBrowser = connected(ann, true);
                var bobsBrowser = connected(bob, true)) {
            bob.subscribe(ann, "0");
            byte[] noise = new byte[3000];
            for (int i = 0; i < 20; i++) {
                random.nextBytes(noise);
                noise[0] |= (byte) 0x80;
                ends(noise);
                heard(annsBrowser, bobsBrowser);
            }
            ends(new byte[] {0, 0});
            ends(new byte[] {0, 3, 22, 1, 2});
            ends("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
            heard(annsBrowser, bobsBrowser);
            assertEquals(2, server.connections());
            assertEquals(0, server.counts().of(Count.FAULTS));
        }
    }

    @Test
    void a_frame_in_single_bytes_is_a_frame_and_an_empty_one_is_nothing() throws IOException {
        var ann = server.join("room", (peer, event) -> {});
        var bob = server.join("room", (peer, event) -> {});
        try (var annsBrowser = connected(ann, true);
                var bobsBrowser = connected(bob, false)) {
            bob.subscribe(ann, "0");
            annsBrowser.wire.raw(new byte[] {0, 0, 0, 0});
            byte[] sealed = annsBrowser.sealed(Codec.OPUS, "0", 11, ++number, "slowly".getBytes(UTF_8));
            annsBrowser.wire.raw(new byte[] {(byte) (sealed.length >> 8)});
            annsBrowser.wire.raw(new byte[] {(byte) sealed.length});
            for (byte it : sealed) {
                annsBrowser.wire.raw(new byte[] {it});
            }
            var packet = requireNonNull(bobsBrowser.next(PATIENCE_MS));
            assertEquals("slowly", new String(packet.bytes(), packet.payloadAt(), packet.payloadLength(), UTF_8));
        }
    }

    private void ends(byte[] hostile) throws Exception {
        try (var stranger = Wire.tcp(server.port())) {
            try {
                stranger.raw(hostile);
            } catch (IOException | UncheckedIOException ended) {
                // Already.
            }
            assertTrue(stranger.ends(PATIENCE_MS));
        }
    }

    private void heard(TestBrowser from, TestBrowser to) {
        var word = "word " + ++number;
        from.send(Codec.OPUS, "0", 11, number, word.getBytes(UTF_8));
        var packet = requireNonNull(to.next(PATIENCE_MS), "nothing is heard");
        assertEquals(word, new String(packet.bytes(), packet.payloadAt(), packet.payloadLength(), UTF_8));
    }

    private static TestBrowser connected(BrowserPeer peer, boolean stream) throws IOException {
        var offer = peer.offer();
        var browser = new TestBrowser(offer, stream);
        peer.answer(browser.answer(offer));
        assertTrue(browser.reach());
        browser.connect(TestBrowser.chromium());
        TestBrowser.awaitKeys(peer);
        return browser;
    }
}
