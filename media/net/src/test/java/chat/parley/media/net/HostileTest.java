package chat.parley.media.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.net.testing.TestBrowser;
import chat.parley.media.net.testing.Wire;
import chat.parley.media.stun.Integrity;
import chat.parley.media.stun.StunMessage;
import chat.parley.media.stun.StunWriter;
import chat.parley.media.wire.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two talk while others send whatever they like to the same port: nobody hears a difference, and it is counted.
final class HostileTest {
    private static final int PATIENCE_MS = 5_000;
    private static final int ROUNDS = 40;
    /// Few enough at once for the smallest receive buffer.
    private static final int AT_ONCE = 25;

    private interface Attack {
        byte[] datagram(int round, byte[] overheard);
    }

    private final Random random = new Random(11);
    private MediaServer server;
    private BrowserPeer ann;
    private TestBrowser annsBrowser;
    private TestBrowser bobsBrowser;
    private Wire stranger;
    private String offer;
    private int number;

    @BeforeEach
    void start() throws IOException {
        var host = InetAddress.getLoopbackAddress();
        server = MediaServer.start(MediaSettings.of(host, 0, List.of(host)));
        ann = server.join("room", (peer, event) -> {});
        var bob = server.join("room", (peer, event) -> {});
        offer = ann.offer();
        annsBrowser = connected(ann, offer);
        bobsBrowser = connected(bob, bob.offer());
        bob.subscribe(ann, "0");
        stranger = new Wire(server.port());
    }

    @AfterEach
    void stop() {
        stranger.close();
        annsBrowser.close();
        bobsBrowser.close();
        server.close();
    }

    private static TestBrowser connected(BrowserPeer peer, String offer) throws IOException {
        var browser = new TestBrowser(offer);
        peer.answer(browser.answer(offer));
        assertTrue(browser.reach());
        browser.connect(TestBrowser.chromium());
        TestBrowser.awaitKeys(peer);
        return browser;
    }

    @Test
    void noise_of_strangers() throws IOException {
        attack(stranger, (round, overheard) -> {
            byte[] bytes = new byte[random.nextInt(1400)];
            random.nextBytes(bytes);
            return bytes;
        });
        assertTrue(server.counts().of(Count.STRANGERS) + server.counts().of(Count.UNKNOWN) > 500);
    }

    @Test
    void what_was_overheard_sent_again_by_strangers_or_in_pieces() throws IOException {
        attack(stranger, (round, overheard) -> Arrays.copyOf(overheard, overheard.length - round % 7));
        assertTrue(server.counts().of(Count.STRANGERS) > 500);
    }

    @Test
    void what_was_overheard_sent_again_or_changed_from_the_address_itself() throws IOException {
        attack(annsBrowser.wire, (round, overheard) -> {
            byte[] changed = overheard.clone();
            if (round % 2 == 0) {
                changed[12 + random.nextInt(changed.length - 12)] ^= (byte) (1 + random.nextInt(255));
                Bytes.put16(changed, 2, random.nextInt());
            }
            return Arrays.copyOf(changed, changed.length - round % 3);
        });
        assertTrue(server.counts().of(Count.REPLAYED) > 100);
        assertTrue(server.counts().of(Count.FORGED) > 100);
    }

    @Test
    void checks_with_a_wrong_password() throws IOException {
        var fragment = offer.lines()
                .filter(it -> it.startsWith("a=ice-ufrag:"))
                .findFirst()
                .orElseThrow()
                .substring(12);
        attack(
                stranger,
                (round, overheard) -> new StunWriter(StunMessage.REQUEST, new byte[12])
                        .username(fragment + ":browser")
                        .priority(1)
                        .useCandidate()
                        .signed(new Integrity("wrongwrongwrongwrongwrong")));
        assertEquals(0, stranger.seen(Kind.STUN));
    }

    @Test
    void handshakes_of_strangers_and_noise_as_handshake() throws IOException {
        attack(stranger, (round, overheard) -> handshake());
        assertEquals(0, stranger.seen(Kind.DTLS));
        attack(annsBrowser.wire, (round, overheard) -> handshake());
    }

    private byte[] handshake() {
        byte[] bytes = new byte[13 + random.nextInt(500)];
        random.nextBytes(bytes);
        bytes[0] = 22;
        Bytes.put16(bytes, 1, 0xfefd);
        Bytes.put16(bytes, 11, bytes.length - 13);
        return bytes;
    }

    @Test
    void authentic_packets_of_streams_that_nobody_announced() throws IOException {
        attack(
                annsBrowser.wire,
                (round, overheard) ->
                        annsBrowser.sealed(Codec.VP8, "9", random.nextInt(), round, new byte[] {1, 2, 3}));
        assertTrue(server.counts().of(Count.UNBOUND) > 100);
    }

    @Test
    void giant_control_packets() throws IOException {
        attack(annsBrowser.wire, (round, overheard) -> {
            byte[] bytes = new byte[1900];
            random.nextBytes(bytes);
            bytes[0] = (byte) 0x9f;
            bytes[1] = (byte) (200 + round % 8);
            return bytes;
        });
        assertTrue(server.counts().of(Count.FORGED) > 500);
    }

    private void attack(Wire from, Attack attack) throws IOException {
        byte[] overheard = {(byte) 0x80, 111, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < AT_ONCE; i++) {
                from.send(attack.datagram(round * AT_ONCE + i, overheard));
            }
            overheard = annsBrowser.sealed(Codec.OPUS, "0", 11, ++number, ("word " + number).getBytes(UTF_8));
            annsBrowser.wire.send(overheard);
            var heard = requireNonNull(bobsBrowser.next(PATIENCE_MS), "bob hears nothing");
            assertEquals("word " + number, new String(heard.bytes(), heard.payloadAt(), heard.payloadLength(), UTF_8));
        }
        assertEquals(0, server.counts().of(Count.FAULTS));
        assertEquals(2, server.participants());
        assertTrue(ann.stats().connected());
    }
}
