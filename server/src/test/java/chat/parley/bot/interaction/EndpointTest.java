package chat.parley.bot.interaction;

import static chat.parley.bot.BotTown.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.json.Json;
import chat.parley.bot.BotTown;
import chat.parley.config.Keys;
import chat.parley.testing.TestServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An application that has a server of its own instead of a connection.
final class EndpointTest {
    /// What stands before the 32 bytes of an Ed25519 key (RFC 8410).
    private static final String KEY_HEAD = "302a300506032b6570032100";

    private static volatile String publicKey = "";
    private static volatile boolean trusting;

    @Test
    void it_is_verified_told_signed_and_answers() throws IOException {
        var backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", EndpointTest::handle);
        backend.start();
        String url = "http://127.0.0.1:" + backend.getAddress().getPort() + "/interactions";
        try (var server = TestServer.start(Map.of(Keys.OUTGOING_NETWORKS, "127.0.0.0/8"))) {
            var town = new BotTown(server);
            String path = "/applications/" + town.application;
            publicKey = town.owner.get(path).expected().path("verify_key").asString();
            trusting = true;
            assertEquals(
                    50_035,
                    town.owner
                            .patch(path, Map.of("interactions_endpoint_url", url))
                            .code());
            trusting = false;
            town.owner.patch(path, Map.of("interactions_endpoint_url", url)).expected();
            String command = id(town.bot
                    .post(path + "/commands", Map.of("name", "ping", "description", "d"))
                    .expected());
            // The two events come in no order, so each is awaited on a connection of its own.
            try (var person = town.listen(town.ownerToken);
                    var reader = town.listen(town.ownerToken)) {
                use(town, command);
                var said = reader.event("MESSAGE_CREATE").path("d");
                assertEquals("pong from afar", said.path("content").asString());
                person.event("INTERACTION_SUCCESS");
                backend.stop(0);
                use(town, command);
                person.event("INTERACTION_FAILURE");
            }
        } finally {
            backend.stop(0);
        }
    }

    @Test
    void a_private_address_is_never_called() {
        try (var server = TestServer.start()) {
            var town = new BotTown(server);
            for (String url :
                    new String[] {"http://127.0.0.1:8080/", "http://169.254.169.254/", "http://[::1]:9999/"}) {
                var body = new HashMap<String, Object>(Map.of("interactions_endpoint_url", url));
                var answer = town.owner.patch("/applications/" + town.application, body);
                assertTrue(answer.json().path("errors").has("interactions_endpoint_url"), answer.body());
            }
        }
    }

    private static void use(BotTown town, String command) {
        var body = Map.of(
                "type",
                2,
                "application_id",
                town.application,
                "channel_id",
                town.general,
                "nonce",
                "1",
                "data",
                Map.of("id", command));
        assertEquals(204, town.owner.post("/interactions", body).status());
    }

    private static void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        boolean good = trusting
                || genuine(headers.getFirst("X-Signature-Ed25519"), headers.getFirst("X-Signature-Timestamp"), body);
        String reply = Json.tree(body).path("type").asInt() == 1
                ? "{\"type\":1}"
                : "{\"type\":4,\"data\":{\"content\":\"pong from afar\"}}";
        byte[] answer = good ? reply.getBytes(UTF_8) : new byte[] {'{', '}'};
        exchange.sendResponseHeaders(good ? 200 : 401, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static boolean genuine(String signature, String timestamp, byte[] body) {
        try {
            var key = HexFormat.of().parseHex(KEY_HEAD + publicKey);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            check.update(timestamp.getBytes(UTF_8));
            check.update(body);
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
