package chat.parley.edge.discord.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.id.ChannelId;
import chat.parley.testing.GatewayClient;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Connections break; what their clients see does not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResumeTest {
    private static final int MESSAGES = 300;

    private final House house = new House();
    private final House.Person anna = house.person("anna");

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void cut_at_random_points_a_client_sees_what_the_database_holds() throws InterruptedException {
        var guild = house.guild(anna, "Storm");
        var general = house.general(guild);
        var random = new Random(11);
        var client = house.connect();
        var ready = client.identify(anna.token());
        var session = ready.path("d").path("session_id").asString();
        long seq = ready.path("s").asLong();
        var seen = new ArrayList<String>();
        var posting = Thread.ofVirtual().start(() -> post(general));
        int cuts = 0;
        while (seen.size() < MESSAGES) {
            var frame = client.next();
            if (frame.path("op").asInt() != 0) {
                continue;
            }
            long s = frame.path("s").asLong();
            if (!frame.path("t").asString().equals("RESUMED")) {
                assertEquals(seq + 1, s, "no number is left out or repeated");
            }
            seq = s;
            if (frame.path("t").asString().equals("MESSAGE_CREATE")) {
                seen.add(frame.path("d").path("id").asString());
            }
            if (random.nextInt(12) == 0) {
                if (random.nextBoolean()) {
                    // Otherwise the old socket stays half-open until the server closes it.
                    client.cut();
                }
                client = house.connect();
                client.resume(anna.token(), session, seq);
                cuts++;
            }
        }
        posting.join();
        client.cut();
        assertTrue(cuts > 10);
        assertEquals(stored(general), seen);
    }

    private void post(ChannelId channel) {
        for (int i = 0; i < MESSAGES; i++) {
            house.post(anna, channel, "message " + i);
        }
    }

    private List<String> stored(ChannelId channel) {
        return house.database.list(
                "SELECT id FROM messages WHERE channel_id = ? ORDER BY id",
                row -> Long.toString(row.number("id")),
                channel);
    }

    @Test
    void what_cannot_be_resumed_is_said_in_the_protocols_words() {
        var ben = house.person("ben");
        try (var client = house.connect();
                var strange = house.connect();
                var ahead = house.connect();
                var forged = house.connect()) {
            String session =
                    client.identify(anna.token()).path("d").path("session_id").asString();
            strange.resume(ben.token(), session, 1);
            assertFalse(strange.op(9).path("d").asBoolean(true), "somebody else's session is unknown");
            strange.identify(ben.token());
            ahead.resume(anna.token(), session, 1_000);
            assertEquals(4007, ahead.closeCode());
            forged.resume("nonsense", session, 1);
            assertEquals(4004, forged.closeCode());
        }
    }

    @Test
    void who_says_goodbye_does_not_come_back() throws InterruptedException {
        var carla = house.person("carla");
        var client = house.connect();
        var ready = client.identify(carla.token());
        client.close();
        while (!house.gateway.registry().of(carla.caller().id()).isEmpty()) {
            Thread.sleep(5);
        }
        try (var back = house.connect()) {
            back.resume(carla.token(), ready.path("d").path("session_id").asString(), 1);
            assertFalse(back.op(9).path("d").asBoolean(true));
        }
    }

    @Test
    void signing_a_device_out_closes_its_sockets() {
        var device = house.device(anna.caller().id());
        try (var client = house.connect()) {
            client.identify(device.token());
            house.sessions.leave(device.caller());
            assertEquals(4004, client.closeCode());
        }
    }

    /// A client that reads nothing is cut off, the others hear everything, and it finds what it missed.
    @Test
    void a_slow_reader_is_closed_without_harm_to_others() throws Exception {
        var guild = house.guild(anna, "Flood");
        var general = house.general(guild);
        var ben = house.person("slowben");
        house.join(ben, guild);
        try (var slow = new SlowReader(house.port(), ben.token());
                var quick = house.connect()) {
            quick.identify(anna.token());
            String text = "x".repeat(4_000);
            while (!house.presences.of(ben.caller().id()).online()) {
                quick.event("PRESENCE_UPDATE");
            }
            var lagging = house.gateway
                    .registry()
                    .of(ben.caller().id())
                    .iterator()
                    .next()
                    .session();
            int posted = 0;
            while (lagging.socket() != null && posted < 4_000) {
                house.post(anna, general, text);
                posted++;
            }
            for (int i = 0; i < posted; i++) {
                quick.event("MESSAGE_CREATE");
            }
            assertTrue(slow.closesWith(4008), "the slow one was told to resume");
        }
    }

    /// What the kernel takes at once, what it takes in part and what waits in the program must come out as one stream.
    @Test
    void a_reader_that_pauses_hears_everything_once_and_in_order() throws Exception {
        var guild = house.guild(anna, "Pause");
        var general = house.general(guild);
        var ben = house.person("pausingben");
        house.join(ben, guild);
        try (var pausing = new SlowReader(house.port(), ben.token());
                var quick = house.connect()) {
            quick.identify(anna.token());
            while (!house.presences.of(ben.caller().id()).online()) {
                quick.event("PRESENCE_UPDATE");
            }
            String text = "x".repeat(3_900);
            for (int i = 0; i < 120; i++) {
                house.post(anna, general, i + ". " + text);
            }
            house.post(anna, general, "the end");
            var numbers = pausing.numbersUpTo("the end");
            assertTrue(numbers.size() > 120, () -> numbers.size() + " heard");
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(i + 1, numbers.get(i));
            }
        }
    }

    @Test
    void a_drain_asks_to_reconnect_and_closes_with_1012() {
        try (var other = new House()) {
            var carl = other.person("carl");
            try (var client = other.connect()) {
                client.identify(carl.token());
                other.gateway.drain();
                assertTrue(client.op(7).path("d").isNull());
                assertEquals(1012, client.closeCode());
            }
        }
    }

    @Test
    void wrong_versions_and_encodings_are_refused_and_a_full_address_before_the_upgrade() {
        try (var other = new House(Clock.systemUTC(), 2)) {
            String base = "ws://127.0.0.1:" + other.port();
            try (var version = GatewayClient.connect(URI.create(base + "/?v=6&encoding=json"));
                    var etf = GatewayClient.connect(URI.create(base + "/gateway/?v=10&encoding=etf"))) {
                assertEquals(4012, version.closeCode());
                assertEquals(4002, etf.closeCode());
            }
            var open = List.of(other.connect(), other.connect());
            var refused = Map.of();
            try {
                other.connect();
            } catch (CompletionException failure) {
                refused = Map.of("why", String.valueOf(failure.getCause()));
            }
            assertTrue(refused.toString().contains("WebSocketHandshakeException"), refused.toString());
            open.forEach(GatewayClient::cut);
        }
    }
}
