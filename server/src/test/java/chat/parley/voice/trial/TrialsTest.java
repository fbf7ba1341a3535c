package chat.parley.voice.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.codec.Codec;
import chat.parley.media.net.client.MediaClient;
import chat.parley.media.net.dtls.Identity;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrialsTest {
    private final TestServer server = TestServer.start();
    private final HttpCaller ann = server.caller().register("ann");

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void who_tries_hears_what_they_send() throws IOException {
        var opened = ann.post("/voice/trials", Map.of());
        assertEquals(201, opened.status(), opened::toString);
        assertTrue(opened.expected().path("seen_private").asBoolean());
        String path = "/voice/trials/" + opened.expected().path("id").asString();
        String offer = opened.expected().path("sdp").asString();
        try (var client = new MediaClient(offer, Identity.create(new SecureRandom()), new SecureRandom())) {
            var next = ann.put(path + "/answer", Map.of("sdp", client.answer(offer)))
                    .expected()
                    .path("sdp")
                    .asString();
            assertTrue(next.contains("a=sendonly"), next);
            client.connect();
            assertTrue(ann.put(path + "/answer", Map.of("sdp", client.answer(next)))
                    .expected()
                    .path("sdp")
                    .isNull());
            assertTrue(hearsItself(client));
        }
        assertEquals(204, ann.delete(path).status());
        assertEquals(404, ann.delete(path).status());
    }

    private static boolean hearsItself(MediaClient client) throws IOException {
        for (int i = 1; i < 500; i++) {
            client.send(Codec.OPUS, "0", 7, i, 960L * i, false, new byte[20]);
            client.channel().configureBlocking(false);
            long end = System.nanoTime() + 10_000_000;
            while (System.nanoTime() < end) {
                if (client.receive(System.nanoTime()) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void a_seat_is_its_owners_alone_and_the_oldest_of_many_is_given_up() {
        String first = opened();
        var ben = server.caller().register("ben");
        assertEquals(404, ben.delete("/voice/trials/" + first).status());
        for (int i = 0; i < 4; i++) {
            opened();
        }
        assertEquals(404, ann.delete("/voice/trials/" + first).status());
    }

    @Test
    void what_is_no_answer_is_refused() {
        String path = "/voice/trials/" + opened() + "/answer";
        assertEquals(400, ann.put(path, Map.of("sdp", "v=0")).status());
        assertEquals(400, ann.put(path, Map.of()).status());
        assertEquals(
                404, ann.put("/voice/trials/1/answer", Map.of("sdp", "v=0")).status());
    }

    @Test
    void private_addresses_are_known() {
        for (var it : new String[] {"10.1.2.3", "192.168.0.1", "127.0.0.1", "100.64.0.1", "::1", "fd00::1"}) {
            assertTrue(Advertised.isPrivate(InetAddress.ofLiteral(it)), it);
        }
        for (var it : new String[] {"203.0.113.7", "100.128.0.1", "2001:db8::1"}) {
            assertFalse(Advertised.isPrivate(InetAddress.ofLiteral(it)), it);
        }
    }

    private String opened() {
        return ann.post("/voice/trials", Map.of()).expected().path("id").asString();
    }
}
