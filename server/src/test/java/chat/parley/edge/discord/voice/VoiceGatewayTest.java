package chat.parley.edge.discord.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.config.Keys;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.HttpCaller;
import chat.parley.testing.TestServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VoiceGatewayTest {
    private final TestServer server = TestServer.start(
            Map.of(Keys.TURN_URLS, "turn:turn.example.org:3478?transport=udp", Keys.TURN_SECRET, "sesame"));
    private final HttpCaller ann = server.caller().register("ann");
    private final String annId = ann.get("/users/@me").expected().path("id").asString();
    private final HttpCaller ben = server.caller().register("ben");
    private final String benId = ben.get("/users/@me").expected().path("id").asString();
    private String guild = "";
    private String talk = "";

    /// A place in the voice channel, and the way to the voice gateway.
    private record Place(String user, GatewayClient gateway, String session, String token) implements AutoCloseable {
        @Override
        public void close() {
            gateway.close();
        }
    }

    @BeforeAll
    void open() {
        guild = ann.post("/guilds", Map.of("name", "Talks"))
                .expected()
                .path("id")
                .asString();
        for (var it : ann.get("/guilds/" + guild + "/channels").expected()) {
            talk = it.path("type").asInt() == 2 ? it.path("id").asString() : talk;
        }
        var invite = ann.post("/channels/" + talk + "/invites", Map.of()).expected();
        ben.post("/invites/" + invite.path("code").asString(), Map.of()).expected();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void a_browser_is_offered_a_call_and_put_out_with_its_place() {
        try (var place = join();
                var voice = voice()) {
            assertTrue(voice.op(8).path("d").path("heartbeat_interval").asInt() > 0);
            voice.send(0, identity(place, place.token()));
            var ready = voice.op(2);
            assertEquals("webrtc", ready.path("d").path("transports").path(1).asString());
            assertEquals(1, ready.path("seq").asInt());
            var relay = ready.path("d").path("ice_servers").path(0);
            assertEquals(
                    "turn:turn.example.org:3478?transport=udp",
                    relay.path("urls").path(0).asString());
            assertTrue(relay.path("username").asString().endsWith(":" + annId), relay::toString);
            assertEquals(28, relay.path("credential").asString().length());
            voice.send(1, Map.of("protocol", "webrtc"));
            var offer = voice.op(100).path("d");
            assertTrue(offer.path("sdp").asString().contains("a=ice-lite"), offer::toString);
            assertEquals(
                    "microphone", offer.path("outgoing").path(0).path("source").asString());
            voice.send(3, Map.of("t", 7, "seq_ack", 2));
            assertEquals(7, voice.op(6).path("d").path("t").asInt());
            ann.patch("/guilds/" + guild + "/members/" + annId, leaving()).expected();
            assertEquals(4014, voice.closeCode());
        }
    }

    @Test
    void a_bot_is_told_where_to_send_and_how_to_seal() {
        try (var place = join();
                var voice = voice()) {
            voice.send(0, byUdp(place));
            var ready = voice.op(2).path("d");
            assertTrue(ready.path("port").asInt() > 0 && ready.path("ssrc").asLong() > 0, ready::toString);
            voice.send(1, udp());
            var session = voice.op(4).path("d");
            assertEquals(32, session.path("secret_key").size());
            assertEquals(0, session.path("dave_protocol_version").asInt());
            voice.send(102, Map.of("source", "camera"));
            assertEquals(4001, voice.closeCode());
        }
    }

    @Test
    void a_bot_resumes_and_hears_what_it_missed() {
        try (var place = join();
                var first = voice();
                var second = voice();
                var third = voice()) {
            first.send(0, byUdp(place));
            long ssrc = first.op(2).path("d").path("ssrc").asLong();
            first.cut();
            try (var other = join(ben, benId);
                    var voice = voice()) {
                sit(voice, other);
                second.send(7, resumption(place, place.token(), 1));
                assertTrue(second.op(9).path("d").isNull());
                var came = second.op(11);
                assertEquals(2, came.path("seq").asInt());
                assertEquals(benId, came.path("d").path("user_ids").path(0).asString());
                third.send(7, resumption(place, place.token(), 0));
                assertEquals(ssrc, third.op(2).path("d").path("ssrc").asLong(), "it may have missed all of it");
                assertEquals(4022, second.closeCode());
                third.send(1, udp());
                assertEquals(32, third.op(4).path("d").path("secret_key").size());
            }
        }
    }

    @Test
    void what_the_client_has_read_is_not_kept() {
        try (var place = join();
                var first = voice();
                var second = voice()) {
            first.send(0, byUdp(place));
            first.op(2);
            first.send(3, Map.of("t", 1, "seq_ack", 1));
            first.op(6);
            first.cut();
            second.send(7, resumption(place, place.token(), 0));
            assertEquals(4006, second.closeCode());
        }
    }

    @Test
    void before_version_8_a_bot_hears_what_was_said_while_it_was_away() {
        try (var place = join();
                var first = voice(4);
                var second = voice(4)) {
            first.send(0, byUdp(place));
            assertTrue(first.op(2).path("seq").isMissingNode());
            second.send(7, Map.of("server_id", guild, "session_id", place.session(), "token", place.token()));
            second.op(9);
            second.send(1, udp());
            assertEquals(4, second.next().path("op").asInt(), "READY is not said again");
        }
    }

    @Test
    void who_was_put_out_meanwhile_is_told_so() {
        try (var place = join();
                var first = voice();
                var second = voice();
                var stranger = voice()) {
            first.send(0, byUdp(place));
            first.op(2);
            stranger.send(7, resumption(place, "0".repeat(32), 1));
            assertEquals(4006, stranger.closeCode());
            first.cut();
            ann.patch("/guilds/" + guild + "/members/" + annId, leaving()).expected();
            second.send(7, resumption(place, place.token(), 1));
            assertEquals(4014, second.closeCode());
        }
    }

    @Test
    void wishes_of_what_to_see_and_how_to_speak_are_taken() {
        try (var place = join();
                var voice = voice()) {
            sit(voice, place);
            voice.send(5, Map.of("speaking", 5, "delay", 0, "ssrc", 0));
            voice.send(106, Map.of("user_id", annId, "source", "camera", "pinned", true));
            voice.send(111, Map.of("most", 4));
            voice.send(111, Map.of());
            voice.send(110, Map.of());
            assertTrue(voice.op(110).path("d").has("bandwidth"));
            voice.send(111, Map.of("most", -1));
            assertEquals(4002, voice.closeCode());
        }
    }

    @Test
    void a_second_connection_takes_the_seat_of_the_first() {
        try (var place = join();
                var first = voice();
                var second = voice()) {
            sit(first, place);
            sit(second, place);
            assertEquals(4022, first.closeCode());
        }
    }

    @Test
    void a_wrong_token_is_refused() {
        try (var place = join();
                var voice = voice()) {
            voice.send(0, identity(place, "0".repeat(32)));
            assertEquals(4004, voice.closeCode());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                        | 4002",
                "[]                                       | 4002",
                "{\"op\":\"0\"}                           | 4002",
                "{\"op\":2,\"d\":{}}                      | 4001",
                "{\"op\":77,\"d\":{}}                     | 4001",
                "{\"op\":0,\"d\":{}}                      | 4002",
                "{\"op\":0,\"d\":{\"server_id\":\"x\"}}   | 4002",
                "{\"op\":1,\"d\":{\"protocol\":\"webrtc\"}} | 4003",
                "{\"op\":101,\"d\":{\"sdp\":\"v=0\"}}     | 4003",
                "{\"op\":102,\"d\":{\"source\":\"camera\"}} | 4003",
                "{\"op\":7,\"d\":{}}                      | 4002",
                "{\"op\":7,\"d\":{\"server_id\":\"1\",\"session_id\":\"a\",\"token\":\"b\",\"seq_ack\":0}} | 4006"
            })
    void nonsense_ends_the_connection(String frame, int code) {
        try (var voice = voice()) {
            voice.sendText(frame);
            assertEquals(code, voice.closeCode());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"op\":102,\"d\":{\"source\":\"kitchen\"}}             | 4002",
                "{\"op\":101,\"d\":{\"sdp\":\"nonsense\"}}               | 4002",
                "{\"op\":106,\"d\":{\"source\":\"camera\",\"user_id\":\"1\",\"layer\":9}} | 4002",
                "{\"op\":0,\"d\":{}}                                     | 4005"
            })
    void nonsense_in_a_call_ends_the_connection(String frame, int code) {
        try (var place = join();
                var voice = voice()) {
            sit(voice, place);
            voice.sendText(frame);
            assertEquals(code, voice.closeCode());
        }
    }

    private Place join() {
        return join(ann, annId);
    }

    private Place join(HttpCaller who, String id) {
        var gateway = GatewayClient.connect(server.gateway());
        String session =
                gateway.identify(who.token()).path("d").path("session_id").asString();
        gateway.send(4, Map.of("guild_id", guild, "channel_id", talk, "self_mute", false, "self_deaf", false));
        JsonNode summons = gateway.event("VOICE_SERVER_UPDATE").path("d");
        return new Place(id, gateway, session, summons.path("token").asString());
    }

    private void sit(GatewayClient voice, Place place) {
        voice.send(0, identity(place, place.token()));
        voice.send(1, Map.of("protocol", "webrtc"));
        voice.op(100);
    }

    private Map<String, Object> identity(Place place, String token) {
        return Map.of(
                "server_id",
                guild,
                "user_id",
                place.user(),
                "session_id",
                place.session(),
                "token",
                token,
                "transport",
                "webrtc");
    }

    private Map<String, Object> byUdp(Place place) {
        var identity = new HashMap<>(identity(place, place.token()));
        identity.remove("transport");
        return identity;
    }

    private static Map<String, Object> udp() {
        var data = Map.of("address", "127.0.0.1", "port", 4_000, "mode", "aead_aes256_gcm_rtpsize");
        return Map.of("protocol", "udp", "data", data);
    }

    private Map<String, Object> resumption(Place place, String token, int seen) {
        return Map.of("server_id", guild, "session_id", place.session(), "token", token, "seq_ack", seen);
    }

    private GatewayClient voice() {
        return voice(8);
    }

    private GatewayClient voice(int version) {
        String gateway = server.http().toString().replace("http", "ws");
        return GatewayClient.connect(URI.create(gateway + "/voice?v=" + version));
    }

    private static Map<String, Object> leaving() {
        var order = new HashMap<String, Object>();
        order.put("channel_id", null);
        return order;
    }
}
