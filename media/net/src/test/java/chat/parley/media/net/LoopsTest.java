package chat.parley.media.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.net.testing.TestBot;
import chat.parley.media.net.testing.TestBrowser;
import chat.parley.media.voice.VoiceMode;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Rooms in several loops at one port: the kernel gives datagrams to any of them, and everybody is heard all
/// the same.
final class LoopsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int PATIENCE_MS = 5_000;
    private static final int ROOMS = 4;

    private static MediaSettings settings(int loops) {
        return MediaSettings.of(HERE, 0, List.of(HERE)).withLoops(loops);
    }

    @Test
    void whoever_comes_by_another_loop_s_socket_is_heard() throws IOException {
        try (var server = MediaServer.start(settings(3))) {
            var browsers = new ArrayList<TestBrowser>();
            var peers = new ArrayList<BrowserPeer>();
            for (int i = 0; i < 2 * ROOMS; i++) {
                var peer = server.join("room " + i / 2, (it, event) -> {});
                peers.add(peer);
                browsers.add(connected(peer));
            }
            for (int i = 0; i < peers.size(); i += 2) {
                peers.get(i).subscribe(peers.get(i + 1), "0");
                peers.get(i + 1).subscribe(peers.get(i), "0");
            }
            for (int word = 1; word <= 5; word++) {
                for (int i = 0; i < browsers.size(); i++) {
                    browsers.get(i).send(Codec.OPUS, "0", 11, word, ("word " + word + " of " + i).getBytes(UTF_8));
                }
                for (int i = 0; i < browsers.size(); i++) {
                    var heard = requireNonNull(browsers.get(i).next(PATIENCE_MS), "nothing is heard by " + i);
                    assertEquals(
                            "word " + word + " of " + (i ^ 1),
                            new String(heard.bytes(), heard.payloadAt(), heard.payloadLength(), UTF_8));
                }
            }
            assertEquals(5L * browsers.size(), server.counts().of(Count.FORWARDED));
            assertEquals(0, server.counts().of(Count.STRANGERS));
            // Of eight addresses some reach another socket than their room's, by any hash.
            assertTrue(server.counts().of(Count.PASSED) > 0, "" + server.counts());
            peers.forEach(BrowserPeer::leave);
            assertEquals(0, server.participants());
            browsers.forEach(TestBrowser::close);
        }
    }

    @Test
    void the_kernel_is_told_who_belongs_where() throws Exception {
        assumeTrue(System.getProperty("os.name").contains("Linux"), "only Linux can be told");
        try (var server = MediaServer.start(settings(3))) {
            var browsers = new ArrayList<TestBrowser>();
            for (int i = 0; i < 3 * ROOMS; i++) {
                browsers.add(connected(server.join("room " + i, (it, event) -> {})));
            }
            long end = System.nanoTime() + 4 * PATIENCE_MS * 1_000_000L;
            long passed;
            int word = 0;
            do {
                assertTrue(System.nanoTime() < end, "what comes is still passed on");
                Thread.sleep(300);
                passed = server.counts().of(Count.PASSED);
                word++;
                for (var it : browsers) {
                    it.send(Codec.OPUS, "0", 11, word, "word".getBytes(UTF_8));
                }
                while (server.counts().of(Count.RECEIVED) < (long) word * browsers.size()) {
                    assertTrue(System.nanoTime() < end, "words are lost");
                    Thread.sleep(5);
                }
            } while (server.counts().of(Count.PASSED) > passed);
            assertTrue(passed > 0, "of twelve addresses some reach another socket than their room's");
            assertEquals(0, server.counts().of(Count.STRANGERS));
            browsers.forEach(TestBrowser::close);
        }
    }

    @Test
    void rooms_are_spread_and_a_room_stays_together() throws IOException {
        try (var server = MediaServer.start(settings(2))) {
            var one = server.join("one", (it, event) -> {});
            var other = server.join("other", (it, event) -> {});
            var again = server.join("one", (it, event) -> {});
            assertTrue(one.id() >>> 48 != other.id() >>> 48, "two rooms, two loops");
            assertEquals(one.id() >>> 48, again.id() >>> 48);
            one.leave();
            again.leave();
            // Its loop is the emptier one now.
            var third = server.join("third", (it, event) -> {});
            assertEquals(one.id() >>> 48, third.id() >>> 48);
        }
    }

    @Test
    void bots_find_their_loop_too() throws Exception {
        try (var server = MediaServer.start(settings(3))) {
            for (int i = 0; i < ROOMS; i++) {
                var ann = server.join("room " + i, (it, event) -> {});
                var peer = server.joinBot("room " + i, (it, event) -> {});
                try (var browser = connected(ann);
                        var bot = new TestBot(server.port(), peer.ssrc())) {
                    ann.subscribe(peer, "0");
                    bot.key(peer.select(bot.discover(PATIENCE_MS), VoiceMode.AEAD_AES256_GCM_RTPSIZE));
                    bot.wire.send(new byte[] {(byte) 0xc9, 0, 0, 0, 0, 0, 0, 0, 0});
                    assertEquals(9, bot.wire.next(Kind.UNKNOWN, PATIENCE_MS).length);
                    bot.send(1, "music".getBytes(UTF_8));
                    var heard = requireNonNull(browser.next(PATIENCE_MS), "no music in room " + i);
                    assertEquals("music", new String(heard.bytes(), heard.payloadAt(), heard.payloadLength(), UTF_8));
                }
            }
        }
    }

    @Test
    void another_program_s_port_is_refused_also_with_several_loops() throws IOException {
        try (var taken = new DatagramSocket(0, HERE)) {
            var settings =
                    MediaSettings.of(HERE, taken.getLocalPort(), List.of(HERE)).withLoops(2);
            assertThrows(IOException.class, () -> MediaServer.start(settings));
        }
        try (var server = MediaServer.start(settings(2))) {
            server.join("room", (it, event) -> {});
            var settings = MediaSettings.of(HERE, server.port(), List.of(HERE)).withLoops(2);
            assertThrows(IOException.class, () -> MediaServer.start(settings));
        }
    }

    @Test
    void whoever_is_too_many_is_refused_and_a_place_is_free_again() throws IOException {
        var settings = new MediaSettings(HERE, 0, List.of(HERE), 2, 1, 2);
        try (var server = MediaServer.start(settings)) {
            var first = server.join("one", (it, event) -> {});
            server.join("other", (it, event) -> {});
            assertThrows(IllegalStateException.class, () -> server.join("one", (it, event) -> {}));
            assertThrows(IllegalStateException.class, () -> server.joinBot("third", (it, event) -> {}));
            first.leave();
            server.joinBot("third", (it, event) -> {});
            assertEquals(2, server.participants());
        }
    }

    @Test
    void handshakes_beyond_the_bound_wait_for_their_turn_and_succeed() throws Exception {
        var settings = new MediaSettings(HERE, 0, List.of(HERE), 10, 1, 2);
        try (var server = MediaServer.start(settings);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var joining = new ArrayList<Future<TestBrowser>>();
            for (int i = 0; i < 3; i++) {
                joining.add(threads.submit(() -> connected(server.join("room", (it, event) -> {}))));
            }
            for (var it : joining) {
                it.get().close();
            }
            assertEquals(3, server.participants());
        }
    }

    private static TestBrowser connected(BrowserPeer peer) throws IOException {
        var offer = peer.offer();
        var browser = new TestBrowser(offer);
        peer.answer(browser.answer(offer));
        assertTrue(browser.reach());
        browser.connect(TestBrowser.chromium());
        TestBrowser.awaitKeys(peer);
        return browser;
    }
}
