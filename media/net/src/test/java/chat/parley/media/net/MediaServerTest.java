package chat.parley.media.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.net.testing.TestBot;
import chat.parley.media.net.testing.TestBrowser;
import chat.parley.media.rtp.RtpPacket;
import chat.parley.media.srtp.Profile;
import chat.parley.media.voice.VoiceMode;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MediaServerTest {
    private static final int QUIET_MS = 150;
    private static final int PATIENCE_MS = 5_000;

    private record Happened(Peer peer, PeerEvent event) {}

    private MediaServer server;
    private final BlockingQueue<Happened> happened = new LinkedBlockingQueue<>();

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
    void two_browsers_hear_each_other() throws Exception {
        var ann = join("room");
        var bob = join("room");
        try (var annsBrowser = connected(ann);
                var bobsBrowser = connected(bob)) {
            assertEquals(List.of(new Published("0", Source.MICROPHONE, Codec.OPUS, 1)), ann.published());
            var fromAnn = bob.subscribe(ann, "0");
            var fromBob = ann.subscribe(bob, "0");
            bob.answer(bobsBrowser.answer(bob.offer()));
            ann.answer(annsBrowser.answer(ann.offer()));

            annsBrowser.send(Codec.OPUS, "0", 11, 1, "hello bob".getBytes(UTF_8));
            bobsBrowser.send(Codec.OPUS, "0", 22, 1, "hello ann".getBytes(UTF_8));

            assertEquals("hello bob", text(bobsBrowser.next(PATIENCE_MS)));
            assertEquals("hello ann", text(annsBrowser.next(PATIENCE_MS)));
            assertEquals("1", fromAnn);
            assertEquals("1", fromBob);
            assertEquals(2, server.counts().of(Count.FORWARDED));
            assertTrue(ann.stats().connected());
        }
    }

    @Test
    void rooms_are_apart() throws IOException {
        var ann = join("one");
        var bob = join("other");
        try (var annsBrowser = connected(ann)) {
            assertThrows(IllegalArgumentException.class, () -> bob.subscribe(ann, "0"));
            annsBrowser.send(Codec.OPUS, "0", 11, 1, new byte[] {1});
        }
    }

    @Test
    void the_best_profile_is_taken_whatever_the_order_of_the_offer() throws IOException {
        for (var expected : Profile.values()) {
            var peer = join("room");
            try (var browser = new TestBrowser(peer.offer())) {
                peer.answer(browser.answer(peer.offer()));
                assertTrue(browser.reach());
                int[] worse = Arrays.stream(Profile.values())
                        .filter(it -> it.compareTo(expected) >= 0)
                        .mapToInt(it -> it.number)
                        .sorted()
                        .toArray();
                assertEquals(expected, browser.connect(worse));
            }
        }
    }

    @Test
    void another_certificate_than_the_answers_gets_no_keys() throws Exception {
        var peer = join("room");
        try (var browser = new TestBrowser(peer.offer());
                var other = new TestBrowser(peer.offer())) {
            peer.answer(other.answer(peer.offer()));
            assertTrue(browser.reach());
            for (int i = 0; i < 3; i++) {
                assertThrows(TlsFatalAlertReceived.class, () -> browser.connect(TestBrowser.chromium()));
            }
            assertInstanceOf(PeerEvent.KeysFailed.class, next().event());
        }
        assertEquals(0, server.participants());
        assertEquals(3, server.counts().of(Count.HANDSHAKES_FAILED));
    }

    @Test
    void a_handshake_may_begin_before_the_answer_is_here() throws Exception {
        var peer = join("room");
        var offer = peer.offer();
        try (var browser = new TestBrowser(offer)) {
            assertTrue(browser.reach());
            var later = Thread.ofVirtual().start(() -> {
                while (browser.wire.seen(Kind.DTLS) == 0) {
                    LockSupport.parkNanos(1_000_000);
                }
                peer.answer(browser.answer(offer));
            });
            assertEquals(Profile.AEAD_AES_128_GCM, browser.connect(TestBrowser.chromium()));
            later.join();
        }
    }

    @Test
    void who_says_goodbye_is_gone_at_once() throws Exception {
        var peer = join("room");
        try (var browser = connected(peer)) {
            browser.goodbye();
            assertInstanceOf(PeerEvent.Lost.class, next().event());
        }
        assertEquals(0, server.participants());
        peer.leave();
    }

    @Test
    void who_speaks_is_told_and_who_is_muted_is_not_heard() throws Exception {
        var ann = join("room");
        var bob = join("room");
        try (var annsBrowser = connected(ann);
                var bobsBrowser = connected(bob)) {
            bob.subscribe(ann, "0");
            for (int i = 1; i <= 3; i++) {
                annsBrowser.send(Codec.OPUS, "0", 11, i, new byte[] {(byte) i});
                assertNotNull(bobsBrowser.next(PATIENCE_MS));
            }
            assertEquals(new PeerEvent.Began("0"), next().event());
            assertEquals(new PeerEvent.Speaking("0", true), next().event());
            assertEquals(new PeerEvent.Floor("0"), next().event());
            assertEquals(new PeerEvent.Speaking("0", false), next().event());

            ann.mute(Source.MICROPHONE, true);
            annsBrowser.send(Codec.OPUS, "0", 11, 4, new byte[] {4});
            assertNull(bobsBrowser.next(QUIET_MS));
            ann.mute(Source.MICROPHONE, false);
            bob.deafen(true);
            annsBrowser.send(Codec.OPUS, "0", 11, 5, new byte[] {5});
            assertNull(bobsBrowser.next(QUIET_MS));
            bob.deafen(false);
            annsBrowser.send(Codec.OPUS, "0", 11, 6, new byte[] {6});
            assertNotNull(bobsBrowser.next(PATIENCE_MS));
        }
    }

    @Test
    void a_bot_and_a_browser_hear_each_other() throws Exception {
        var peer = join("room");
        var botPeer = server.joinBot("room", (it, event) -> happened.add(new Happened(it, event)));
        try (var browser = connected(peer);
                var bot = new TestBot(server.port(), botPeer.ssrc())) {
            var address = bot.discover(PATIENCE_MS);
            assertEquals(bot.wire.local(), address);
            bot.key(botPeer.select(address, VoiceMode.AEAD_AES256_GCM_RTPSIZE));
            assertEquals(new Happened(botPeer, new PeerEvent.Connected("aead_aes256_gcm_rtpsize")), next());
            int fromBrowser = botPeer.subscribe(peer, "0");
            peer.subscribe(botPeer, botPeer.published().getFirst().mid());

            bot.send(1, "music".getBytes(UTF_8));
            assertEquals("music", text(browser.next(PATIENCE_MS)));
            browser.send(Codec.OPUS, "0", 11, 1, "hello".getBytes(UTF_8));
            var heard = TestBot.read(bot.next(PATIENCE_MS));
            assertEquals("hello", text(heard));
            assertEquals(0x78, heard.payloadType());
            assertEquals(fromBrowser, heard.ssrc());
            assertFalse(heard.has(1));

            bot.wire.send(new byte[] {(byte) 0xc9, 0, 0, 0, 0, 0, 0, 0, 0});
            assertEquals(9, bot.wire.next(Kind.UNKNOWN, PATIENCE_MS).length);
            assertEquals(0, server.counts().of(Count.STRANGERS));
        }
    }

    @Test
    void nothing_goes_to_an_address_that_a_bot_only_told() throws Exception {
        var peer = join("room");
        var botPeer = server.joinBot("room", (it, event) -> {});
        try (var browser = connected(peer);
                var bot = new TestBot(server.port(), botPeer.ssrc());
                var victim = new TestBot(server.port(), botPeer.ssrc() + 1)) {
            bot.key(botPeer.select(victim.wire.local(), VoiceMode.AEAD_AES256_GCM_RTPSIZE));
            botPeer.subscribe(peer, "0");
            browser.send(Codec.OPUS, "0", 11, 1, "hello".getBytes(UTF_8));
            assertEquals(0, victim.next(QUIET_MS).length);

            peer.subscribe(botPeer, "0");
            bot.send(1, "music".getBytes(UTF_8));
            assertEquals("music", text(browser.next(PATIENCE_MS)));
            browser.send(Codec.OPUS, "0", 11, 2, "here".getBytes(UTF_8));
            assertEquals("here", text(TestBot.read(bot.next(PATIENCE_MS))));
        }
    }

    @Test
    void redundant_speech_goes_to_who_agrees_and_its_opus_to_who_does_not() throws Exception {
        var ann = join("room");
        var bob = join("room");
        var cat = join("room");
        try (var annsBrowser = connected(ann);
                var bobsBrowser = connected(bob);
                var catsBrowser = connected(cat)) {
            // Ann's browser prefers RED, Cat's does not know it.
            ann.answer(annsBrowser.answer(ann.offer()).replace("SAVPF 111", "SAVPF 63 111"));
            assertEquals(Codec.RED, ann.published().getFirst().codec());
            bob.subscribe(ann, "0");
            cat.subscribe(ann, "0");
            bob.answer(bobsBrowser.answer(bob.offer()));
            cat.answer(catsBrowser.answer(cat.offer()).replace("SAVPF 63", "SAVPF 111"));
            byte[] red = {(byte) 0xef, 0x0f, 0, 2, 111, 'o', 'l', 'n', 'e', 'w'};
            annsBrowser.send(Codec.RED, "0", 11, 1, red);
            assertEquals("new", text(catsBrowser.next(PATIENCE_MS)));
            var whole = requireNonNull(bobsBrowser.next(PATIENCE_MS));
            assertEquals(Codec.RED.payloadType, whole.payloadType());
            assertEquals(red.length, whole.payloadLength());
        }
    }

    @Test
    void a_section_is_used_again() throws IOException {
        var ann = join("room");
        var bob = join("room");
        try (var annsBrowser = connected(ann)) {
            assertEquals("1", bob.subscribe(ann, "0"));
            assertEquals("2", bob.publish(Source.CAMERA));
            bob.unsubscribe("1");
            bob.unpublish("2");
            assertTrue(bob.offer().contains("a=inactive"));
            assertEquals("1", bob.subscribe(ann, "0"));
            assertEquals("2", bob.publish(Source.CAMERA));
            assertTrue(bob.changed());
            assertFalse(bob.offer().contains("a=inactive"));
            assertFalse(bob.changed());
            annsBrowser.goodbye();
        }
    }

    private BrowserPeer join(String room) {
        return server.join(room, (peer, event) -> happened.add(new Happened(peer, event)));
    }

    private TestBrowser connected(BrowserPeer peer) throws IOException {
        var offer = peer.offer();
        var browser = new TestBrowser(offer);
        peer.answer(browser.answer(offer));
        assertTrue(browser.reach());
        assertEquals(Profile.AEAD_AES_128_GCM, browser.connect(TestBrowser.chromium()));
        var connected = next();
        assertEquals(new Happened(peer, new PeerEvent.Connected("AEAD_AES_128_GCM")), connected);
        return browser;
    }

    private Happened next() {
        try {
            var it = happened.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return requireNonNull(it, "nothing happened");
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String text(@Nullable RtpPacket received) {
        var packet = requireNonNull(received, "nothing came");
        return new String(packet.bytes(), packet.payloadAt(), packet.payloadLength(), UTF_8);
    }
}
